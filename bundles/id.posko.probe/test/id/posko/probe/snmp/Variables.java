package id.posko.probe.snmp;

import java.util.List;

import org.snmp4j.smi.VariableBinding;

/** Replies for tests in other packages. */
public final class Variables {

	private Variables() {
	}

	public static Reply reply(List<VariableBinding> bindings) {
		return new Reply.Objects(bindings.stream().filter(Variable::isThere).map(Variable::of).toList());
	}
}
