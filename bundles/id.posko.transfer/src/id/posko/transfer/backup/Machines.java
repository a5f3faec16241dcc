package id.posko.transfer.backup;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.kit.Secrets;
import id.posko.ssh.Connections;
import id.posko.ssh.Entry;
import id.posko.ssh.RemoteFiles;
import id.posko.transfer.backup.Definition.SecretUse;
import id.posko.transfer.backup.Place.Password;

/** Where the commands of definitions run, and the passwords that they need. */
@Component(service = Machines.class)
public final class Machines {

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final Inventory inventory;
	private final Connections connections;
	private final RemoteFiles files;
	private final Secrets secrets;

	@Activate
	public Machines(@Reference Inventory inventory, @Reference Connections connections, @Reference RemoteFiles files,
			@Reference Secrets secrets) {
		this.inventory = inventory;
		this.connections = connections;
		this.files = files;
		this.secrets = secrets;
	}

	/** @throws Unreached if its device is not in the list or can not be entered */
	Place of(Definition definition) throws Unreached {
		if (definition.device().isEmpty()) {
			return new ThisMachine();
		}
		String name = definition.device().get();
		int slash = name.indexOf('/');
		Optional<Device> device = slash > 0 && RegionCode.isWellFormed(name.substring(0, slash))
				? inventory.fleet().device(new DeviceKey(new RegionCode(name.substring(0, slash)), name.substring(slash + 1)))
				: Optional.empty();
		Entry entry = device.flatMap(Entry::of).orElseThrow(() -> new Unreached(
				Reason.of(device.isEmpty() ? "no_device" : "no_entry", name)));
		return new OverSsh(connections, files, entry, definition.limit(), PAUSE);
	}

	/** @throws Unreached if the password is not kept */
	Optional<Password> password(Definition definition) throws IOException {
		if (definition.secret().isEmpty()) {
			return Optional.empty();
		}
		SecretUse use = definition.secret().get();
		char[] secret = secrets.secret(use.name()).orElseThrow(() -> new Unreached(Reason.of("no_secret", use.name())));
		return Optional.of(new Password(new String(secret), use.variable()));
	}
}
