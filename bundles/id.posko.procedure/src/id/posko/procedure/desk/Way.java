package id.posko.procedure.desk;

/** What somebody can do with the open step of a run. */
public enum Way {
	TAKE,
	/** The console does it. */
	RUN, FINISH, KEEP, GIVE_BACK, PASS_OVER, RECEIVE, APPOINT, DELEGATE, STOP
}
