package id.posko.inventory;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Labels;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads typed fields by the rules that hold for lists and forms alike; every problem is told once, with its field. */
final class EntryReader {

	private static final Kinds<DeviceKind> DEVICE_KINDS = new Kinds<>(DeviceKind.values(), Labels::of);
	private static final Kinds<SiteKind> SITE_KINDS = new Kinds<>(SiteKind.values(), Labels::of);
	private static final Kinds<LinkKind> LINKS = new Kinds<>(LinkKind.values(), Labels::of);
	/** What Excel makes of a long number: 1.23E+15, in an Indonesian Excel 1,23E+15. */
	private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d{2,3}");

	private final Map<Field, String> texts = new EnumMap<>(Field.class);
	private final Set<Field> bad;
	private final Consumer<Problem> problems;

	/** @param bad fields that are known to be wrong: nothing more is said about them; what is found bad is added */
	EntryReader(Entry entry, Set<Field> bad, Consumer<Problem> problems) {
		this.bad = bad;
		this.problems = problems;
		entry.texts().forEach(this::clean);
	}

	private void clean(Field field, String typed) {
		boolean lines = field == Field.NOTES || field == Field.ACCESS;
		boolean name = field == Field.SITE_NAME || field == Field.DEVICE_NAME || field == Field.PARENT;
		String text = name ? Texts.squeezed(typed) : Texts.trimmed(typed);
		OptionalInt forbidden = Texts.firstForbidden(text, lines);
		if (bad.contains(field)) {
			return;
		}
		if (text.length() > field.longest()) {
			wrong(Rule.TOO_LONG, field, text.length(), field.longest());
		} else if (forbidden.isPresent()) {
			wrong(Rule.CONTROL, field, "U+%04X".formatted(forbidden.getAsInt()));
		} else if (!lines && SCIENTIFIC.matcher(text).matches()) {
			wrong(Rule.SCIENTIFIC, field, text);
		} else {
			texts.put(field, text);
		}
	}

	void wrong(Rule rule, Field field, Object... arguments) {
		if (bad.add(field)) {
			problems.accept(Problem.of(rule, field, arguments));
		}
	}

	boolean isBad(Field field) {
		return bad.contains(field);
	}

	/** The field's value; the old one where it is not there; nothing where it is bad. */
	private <T> Optional<T> value(Field field, Optional<T> old, Optional<T> blank, Function<String, Optional<T>> read,
			Rule rule, Object... more) {
		if (bad.contains(field)) {
			return Optional.empty();
		}
		String text = texts.get(field);
		Optional<T> value = text == null ? old.or(() -> blank) : text.isEmpty() ? blank : read.apply(text);
		if (value.isEmpty()) {
			if (text == null || text.isEmpty()) {
				wrong(Rule.EMPTY, field);
			} else if (more.length == 0) {
				wrong(rule, field, Texts.quoted(text));
			} else {
				wrong(rule, field, Texts.quoted(text), more[0]);
			}
		}
		return value;
	}

	/** A text that may be blank. */
	private Optional<String> text(Field field, Optional<String> old) {
		return value(field, old, Optional.of(""), Optional::of, Rule.EMPTY);
	}

	Optional<RegionCode> code() {
		return value(Field.REGION_CODE, Optional.empty(), Optional.empty(),
				text -> RegionCode.isWellFormed(text) ? Optional.of(new RegionCode(text)) : Optional.empty(),
				Rule.NOT_A_REGION);
	}

	Optional<String> deviceName(Optional<Device> old) {
		return value(Field.DEVICE_NAME, old.map(Device::name), Optional.empty(), Optional::of, Rule.EMPTY);
	}

	/** The office as described, of this code; empty if a field of it is bad. */
	Optional<Site> site(RegionCode code, Optional<Site> old) {
		Optional<String> name = value(Field.SITE_NAME, old.map(Site::name), Optional.empty(), Optional::of, Rule.EMPTY);
		Optional<SiteKind> kind = value(Field.SITE_KIND, old.map(Site::kind), Optional.of(SiteKind.of(code)),
				SITE_KINDS::find, Rule.NOT_A_SITE_KIND, SITE_KINDS.codes());
		Optional<LinkKind> link = value(Field.LINK, old.map(Site::link), Optional.of(LinkKind.UNSPECIFIED),
				LINKS::find, Rule.NOT_A_LINK, LINKS.codes());
		return name.isEmpty() || kind.isEmpty() || link.isEmpty() ? Optional.empty()
				: Optional.of(new Site(code, name.get(), kind.get(), link.get()));
	}

	/** The device as described, of this key; empty if a field of it is bad. Its parent is looked up by the given. */
	Optional<Device> device(DeviceKey key, Optional<Device> old, ParentNames parents) {
		Optional<DeviceKind> kind = value(Field.KIND, old.map(Device::kind), Optional.empty(), DEVICE_KINDS::find,
				Rule.NOT_A_KIND, DEVICE_KINDS.codes());
		Optional<Optional<Address>> address = value(Field.ADDRESS, old.map(Device::address),
				Optional.of(Optional.empty()), text -> Address.tryParse(text).map(Optional::of), Rule.NOT_AN_ADDRESS);
		Optional<String> serial = text(Field.SERIAL, old.map(Device::serial));
		Optional<String> assetTag = text(Field.ASSET_TAG, old.map(Device::assetTag));
		Optional<Integer> kit = value(Field.KIT, old.map(Device::kit), Optional.of(0),
				text -> text.equals("1") || text.equals("2") ? Optional.of(Integer.valueOf(text)) : Optional.empty(),
				Rule.NOT_A_KIT);
		Optional<Optional<DeviceKey>> parent = value(Field.PARENT, old.map(Device::parent),
				Optional.of(Optional.empty()), text -> parents.find(key.site(), text).map(Optional::of), Rule.NO_PARENT);
		Optional<String> notes = text(Field.NOTES, old.map(Device::notes));
		Optional<Access> access = value(Field.ACCESS, old.map(Device::access), Optional.of(Access.NONE),
				Access::tryParse, Rule.NOT_AN_ACCESS);
		return kind.isEmpty() || address.isEmpty() || serial.isEmpty() || assetTag.isEmpty() || kit.isEmpty()
				|| parent.isEmpty() || notes.isEmpty() || access.isEmpty() ? Optional.empty()
						: Optional.of(new Device(key, kind.get(), address.get(), serial.get(), assetTag.get(), kit.get(),
								parent.get(), notes.get(), access.get()));
	}
}
