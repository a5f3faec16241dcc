package id.posko.procedure;

/** Who takes a step: a column of the SOP's "Pelaksana", with its heading as the SOP writes it, and who that is. */
public sealed interface Who {

	String heading();

	/** The usual name of the role, team or party. */
	String name();

	/** Whoever holds this role in the office: "Kabid PIAK". */
	record Officer(String heading, String name) implements Who {
	}

	/** People whom the run names: a team by its decree (SK), the officer whom an order appoints. */
	record Team(String heading, String name) implements Who {
	}

	/** Somebody outside the office (desa, Ditjen, pihak ketiga, bupati), whose step an officer records with the letter. */
	record Outside(String heading, String name) implements Who {
	}
}
