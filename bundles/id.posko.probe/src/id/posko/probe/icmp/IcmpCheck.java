package id.posko.probe.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Echo;
import id.posko.health.EchoAnswer;
import id.posko.health.Evidence;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;

/** Does the device answer an ICMP echo request from its own address? */
@Component(property = Check.ID + "=icmp")
public final class IcmpCheck implements Check {

	private final Echo echo;
	private final Names names;

	@Activate
	public IcmpCheck(@Reference Echo echo, @Reference Names names) {
		this.echo = echo;
		this.names = names;
	}

	@Override
	public String id() {
		return "icmp";
	}

	/** Many hosts of websites, which are strangers, answer no echo. */
	@Override
	public boolean suits(Device device) {
		return device.address().isPresent() && device.kind() != DeviceKind.WEBSITE;
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		Address address = device.address().orElseThrow();
		return switch (names.resolve(address, timeout)) {
		case Resolution.Known(InetAddress target) -> answer(ask(target, timeout));
		case Resolution.Unresolved none -> none.answer();
		};
	}

	private EchoAnswer ask(InetAddress target, Duration timeout) throws InterruptedException {
		CompletableFuture<EchoAnswer> answer = new CompletableFuture<>();
		echo.ask(target, timeout, answer::complete);
		try {
			return answer.get();
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}

	private static Answer answer(EchoAnswer answer) {
		return switch (answer) {
		case EchoAnswer.Replied(var roundTrip, var responder, var method) ->
			new Answer.Answered(Evidence.of(method, responder.getHostAddress(), roundTrip));
		case EchoAnswer.Silent(var waited, var method) ->
			new Answer.Failed(Cause.of("silent", waited), Evidence.of(method));
		case EchoAnswer.Refused(var responder, var cause, var method) -> new Answer.Failed(cause,
				new Evidence(method, Optional.of(responder.getHostAddress()), Optional.empty(), List.of()));
		case EchoAnswer.NotSent(var cause, var method) -> new Answer.Broken(cause, Evidence.of(method));
		};
	}
}
