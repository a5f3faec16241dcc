package id.posko.procedure.file;

import id.posko.procedure.Head;

/** Where the head sheets are that several SOPs share. */
interface HeadSheets {

	/** No sheet is shared: each SOP brings its own. */
	HeadSheets NONE = name -> new Answer.None(Problem.of(Rule.NO_HEAD, null, Texts.quoted(name)));

	Answer find(String name);

	sealed interface Answer {

		record Found(Head head) implements Answer {
		}

		record None(Problem problem) implements Answer {
		}
	}
}
