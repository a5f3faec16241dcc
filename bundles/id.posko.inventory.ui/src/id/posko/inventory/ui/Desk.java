package id.posko.inventory.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.e4.ui.model.application.MApplication;

import id.posko.inventory.Change;
import id.posko.inventory.ImportPlan;
import id.posko.inventory.Lists;
import id.posko.inventory.Outcome;
import id.posko.inventory.Problem;
import id.posko.inventory.Sentences;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Work;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Where this slice changes the list, once the data folder is open; remembers what can be taken back. UI thread. */
public final class Desk {

	private final List<Consumer<Fleet>> readers = new CopyOnWriteArrayList<>();
	private final List<Outcome.Done> done = new ArrayList<>();

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private Work work;
	@Inject
	private MApplication application;

	private Words words;
	private Sentences sentences;
	private volatile Optional<Lists> lists = Optional.empty();
	private volatile Optional<Actor> actor = Optional.empty();
	private volatile Optional<Inventory> inventory = Optional.empty();
	private volatile Optional<Subscription> heard = Optional.empty();

	@PostConstruct
	void begin() {
		words = Words.of(Desk.class, look.locale());
		sentences = new Sentences(look.locale());
		application.getContext().set(Desk.class, this);
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(Lists newLists, Inventory newInventory) {
		heard.ifPresent(Subscription::close);
		lists = Optional.ofNullable(newLists);
		Optional<Inventory> opened = Optional.ofNullable(newInventory);
		opened.ifPresent(Inventory::fleet); // is read here, once, so that the UI thread need not wait for it
		inventory = opened;
		heard = inventory.map(i -> i.onChange(fleet -> readers.forEach(reader -> reader.accept(fleet))));
		readers.forEach(reader -> reader.accept(fleet()));
	}

	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Actor somebody) {
		actor = Optional.ofNullable(somebody);
		readers.forEach(reader -> reader.accept(fleet()));
	}

	@PreDestroy
	void end() {
		heard.ifPresent(Subscription::close);
	}

	boolean isOpen() {
		return lists.isPresent();
	}

	/** Whether the list can be changed, in some place at least, by who sits there. */
	boolean mayChange() {
		return may(Permission.INVENTORY);
	}

	/** Whether somebody is signed in who may do that, in some place at least. */
	boolean may(Permission permission) {
		return lists.isPresent() && actor.filter(by -> by.may(permission)).isPresent();
	}

	/** @throws java.util.NoSuchElementException if nobody is signed in: a bug, for it is not offered */
	Actor by() {
		return actor.orElseThrow();
	}

	Optional<Lists> lists() {
		return lists;
	}

	/** Any thread. */
	Fleet fleet() {
		return inventory.map(Inventory::fleet).orElse(Fleet.EMPTY);
	}

	/** Hears the fleet now and after every change, on any thread. */
	Subscription read(Consumer<Fleet> reader) {
		readers.add(reader);
		reader.accept(fleet());
		return () -> readers.remove(reader);
	}

	List<Problem> check(Change change) {
		return lists.map(l -> l.check(change)).orElse(List.of());
	}

	/** Makes a change that was checked before. @param said what to say when it is done */
	void change(Change change, String said) {
		changer().ifPresent(l -> work.start(words.say("saving"), _ -> tried(() -> l.apply(by(), change)),
				tried -> tell(tried, outcome -> tell(outcome, said)), () -> {
				}));
	}

	void apply(ImportPlan plan, String said) {
		changer().ifPresent(l -> work.start(words.say("importing"), _ -> tried(() -> l.apply(by(), plan)),
				tried -> tell(tried, outcome -> tell(outcome, said)), () -> {
				}));
	}

	boolean canUndo() {
		return !done.isEmpty() && mayChange();
	}

	void undo() {
		if (canUndo()) {
			Outcome.Done last = done.removeLast();
			lists.ifPresent(l -> work.start(words.say("undoing"), _ -> tried(() -> l.undo(by(), last)), tried -> tell(tried, outcome -> {
				switch (outcome) {
					case Outcome.Done _ -> say.done(words.say("undone"));
					case Outcome.Refused refused -> refuse(refused.problems());
					case Outcome.Stale _ -> say.problem(words.say("undo.stale"));
				}
			}), () -> {
			}));
		}
	}

	/** Empty, and said, if nobody is signed in. */
	private Optional<Lists> changer() {
		if (actor.isEmpty()) {
			say.problem(words.say("nobody"));
			return Optional.empty();
		}
		return lists;
	}

	/** What came of a change, or the refusal of one that he may not make there. */
	private record Tried(Optional<Outcome> outcome, String refusal) {
	}

	private Tried tried(Supplier<Outcome> change) {
		try {
			return new Tried(Optional.of(change.get()), "");
		} catch (NotPermitted refusal) {
			return new Tried(Optional.empty(), refusal.sentence(look.locale()));
		}
	}

	private void tell(Tried tried, Consumer<Outcome> then) {
		tried.outcome().ifPresentOrElse(then, () -> say.problem(tried.refusal()));
	}

	private void tell(Outcome outcome, String said) {
		switch (outcome) {
			case Outcome.Done result -> {
				if (!result.edit().isEmpty()) {
					done.add(result);
				}
				say.done(said, words.say("undo.short"), this::undo);
			}
			case Outcome.Refused refused -> refuse(refused.problems());
			case Outcome.Stale _ -> say.problem(words.say("stale"));
		}
	}

	private void refuse(List<Problem> problems) {
		say.problem(String.join(" ", problems.stream().map(sentences::say).distinct().toList()));
	}
}
