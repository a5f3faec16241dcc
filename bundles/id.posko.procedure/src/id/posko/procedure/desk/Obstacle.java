package id.posko.procedure.desk;

import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.run.Outcome;
import id.posko.staff.Permission;
import java.util.Locale;

/** Why somebody can not do something now. */
public sealed interface Obstacle {

	String sentence(Locale locale);

	/** The SOP, or how the run stands, is against it. */
	record Rule(Outcome.Refused refused) implements Obstacle {

		@Override
		public String sentence(Locale locale) {
			return refused.sentence(locale);
		}
	}

	/** His account does not allow it in that place. */
	record NotAllowed(Permission permission) implements Obstacle {

		@Override
		public String sentence(Locale locale) {
			return Words.of(Procedure.class, locale).say("obstacle.NOT_ALLOWED",
					Words.of(Permission.class, locale).say("permission." + permission.name()));
		}
	}
}
