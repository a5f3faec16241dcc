package id.posko.probe.web;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes a body as it comes, and no more of it than it keeps. */
final class Collector implements BodySubscriber<Collector.Body> {

	/** In octets. */
	static final int MOST = 2 << 20;

	/** @param isCut whether there was more */
	record Body(byte[] octets, boolean isCut) {
	}

	private final CompletableFuture<Body> body = new CompletableFuture<>();
	private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
	private Subscription subscription;

	@Override
	public CompletionStage<Body> getBody() {
		return body;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		subscription.request(1);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			byte[] octets = new byte[Math.min(buffer.remaining(), MOST - taken.size())];
			buffer.get(octets);
			taken.writeBytes(octets);
			if (buffer.hasRemaining()) {
				subscription.cancel();
				body.complete(new Body(taken.toByteArray(), true));
				return;
			}
		}
		subscription.request(1);
	}

	@Override
	public void onError(Throwable why) {
		body.completeExceptionally(why);
	}

	@Override
	public void onComplete() {
		body.complete(new Body(taken.toByteArray(), false));
	}
}
