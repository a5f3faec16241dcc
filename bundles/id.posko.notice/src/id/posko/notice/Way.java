package id.posko.notice;

/** How a dispatch gets to people. */
interface Way {

	String MAIL = "mail";
	String WEBHOOK = "webhook";

	/** Where it leads, for a person. */
	String target();

	/** Blocks until it is sent or not; ends by interrupt. */
	Outcome send(Dispatch dispatch);
}
