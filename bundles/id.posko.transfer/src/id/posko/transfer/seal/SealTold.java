package id.posko.transfer.seal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import id.posko.kit.Words;
import id.posko.seal.Flaw;
import id.posko.seal.Joining;
import id.posko.seal.KeyReading;
import id.posko.seal.Sealing;
import id.posko.seal.ShareReading;
import id.posko.seal.Unsealing;
import id.posko.transfer.Progress;

/** Says to people what became of sealing and opening. */
public final class SealTold {

	private final Words words;

	public SealTold(Locale locale) {
		words = Words.of(Progress.class, locale);
	}

	public String sentence(Sealing sealing) {
		return switch (sealing) {
		case Sealing.Sealed sealed -> words.say("seal.sealed", sealed.file(), sealed.size(), sealed.sha256());
		case Sealing.Exists exists -> words.say("seal.exists", exists.file());
		case Sealing.Busy busy -> words.say("seal.busy", busy.file());
		case Sealing.NoFile none -> words.say("seal.no_file", none.file());
		case Sealing.Moving moving -> words.say("seal.moving", moving.file());
		case Sealing.Full full -> words.say("seal.full", full.folder());
		case Sealing.Failed failed -> words.say("seal.failed", failed.reason());
		};
	}

	public String sentence(Unsealing unsealing) {
		return switch (unsealing) {
		case Unsealing.Opened opened -> words.say("unseal.opened", opened.file(), opened.size());
		case Unsealing.Refused refused -> sentence(refused.flaw());
		case Unsealing.Exists exists -> words.say("seal.exists", exists.file());
		case Unsealing.Busy busy -> words.say("seal.busy", busy.file());
		case Unsealing.NoFile none -> words.say("seal.no_file", none.file());
		case Unsealing.Full full -> words.say("seal.full", full.folder());
		case Unsealing.Failed failed -> words.say("seal.failed", failed.reason());
		};
	}

	public String sentence(Flaw flaw) {
		return switch (flaw) {
		case Flaw.NotSealed _ -> words.say("flaw.not_sealed");
		case Flaw.Unsupported unsupported -> words.say("flaw.unsupported",
				unsupported.kinds().stream().map(kind -> kind.replaceAll("[^\\w.-]", "?")).collect(Collectors.joining(", ")));
		case Flaw.WrongKey _ -> words.say("flaw.wrong_key");
		case Flaw.WrongPassphrase _ -> words.say("flaw.wrong_passphrase");
		case Flaw.TooHard hard -> words.say("flaw.too_hard", hard.work(), hard.most());
		case Flaw.Damaged damaged -> words.say("flaw.damaged." + damaged.damage(), damaged.at());
		};
	}

	/** Why a key is not read; empty if it is. */
	public String sentence(KeyReading reading) {
		return switch (reading) {
		case KeyReading.Read _ -> "";
		case KeyReading.Refused refused -> sentence(refused.flaw());
		case KeyReading.NoKey none -> words.say("key.none", none.file());
		case KeyReading.NoFile none -> words.say("key.no_file", none.file());
		case KeyReading.Failed failed -> words.say("seal.failed", failed.reason());
		};
	}

	public String sentence(KeyMaking making) {
		return switch (making) {
		case KeyMaking.Made made -> words.say("key.made", made.file(), made.recipient());
		case KeyMaking.Exists exists -> words.say("seal.exists", exists.file());
		case KeyMaking.TooShort tooShort -> words.say("key.too_short", tooShort.least());
		};
	}

	/** Why a share is not read; empty if it is. */
	public String sentence(ShareReading reading) {
		return switch (reading) {
		case ShareReading.Read _ -> "";
		case ShareReading.Mistyped mistyped -> words.say("share.mistyped", list(mistyped.groups()));
		case ShareReading.Incomplete incomplete -> words.say("share.incomplete", incomplete.groups(), incomplete.of());
		case ShareReading.NoShare _ -> words.say("share.none");
		};
	}

	/** Why two shares are no key; empty if they are. */
	public String sentence(Joining joining) {
		return switch (joining) {
		case Joining.Joined _ -> "";
		case Joining.OtherKeys other -> words.say("share.other_keys", other.one(), other.other());
		case Joining.SameNumber same -> words.say("share.same_number", same.number());
		case Joining.OtherSplit _ -> words.say("share.other_split");
		};
	}

	private static String list(List<Integer> numbers) {
		return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}
}
