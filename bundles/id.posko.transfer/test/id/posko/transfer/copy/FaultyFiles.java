package id.posko.transfer.copy;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import com.sun.nio.file.ExtendedOpenOption;

/** The files of this machine, with faults while they are read and written; what a fault is, {@link Faults} says. */
final class FaultyFiles extends FileSystemProvider {

	static final String SCHEME = "faulty";

	private final FileSystem real = FileSystems.getDefault();
	private final FileSystem system = new FaultySystem();
	private final Faults faults;

	FaultyFiles(Faults faults) {
		this.faults = faults;
	}

	Path path(Path file) {
		return new FaultyPath(system, file.toAbsolutePath());
	}

	private static Path real(Path path) {
		return ((FaultyPath) path).real();
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public Path getPath(URI uri) {
		return path(Path.of(URI.create("file" + uri.toString().substring(SCHEME.length()))));
	}

	@Override
	public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
			throws IOException {
		faults.touch();
		if (options.contains(ExtendedOpenOption.DIRECT)) {
			throw new UnsupportedOperationException("it reads in parts, not in blocks");
		}
		return new FaultyChannel(FileChannel.open(real(path), options, attributes), faults);
	}

	@Override
	public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
			FileAttribute<?>... attributes) throws IOException {
		return newFileChannel(path, options, attributes);
	}

	@Override
	public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
			throws IOException {
		DirectoryStream<Path> stream = real.provider().newDirectoryStream(real(folder),
				path -> filter.accept(new FaultyPath(system, path)));
		return new DirectoryStream<>() {
			@Override
			public Iterator<Path> iterator() {
				Iterator<Path> inside = stream.iterator();
				return new Iterator<>() {
					@Override
					public boolean hasNext() {
						return inside.hasNext();
					}

					@Override
					public Path next() {
						return new FaultyPath(system, inside.next());
					}
				};
			}

			@Override
			public void close() throws IOException {
				stream.close();
			}
		};
	}

	@Override
	public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
		faults.touch();
		real.provider().createDirectory(real(folder), attributes);
	}

	@Override
	public void delete(Path path) throws IOException {
		real.provider().delete(real(path));
	}

	@Override
	public void copy(Path from, Path to, CopyOption... options) throws IOException {
		real.provider().copy(real(from), real(to), options);
	}

	@Override
	public void move(Path from, Path to, CopyOption... options) throws IOException {
		faults.touch();
		real.provider().move(real(from), real(to), options);
	}

	@Override
	public boolean isSameFile(Path one, Path other) throws IOException {
		return real.provider().isSameFile(real(one), real(other));
	}

	@Override
	public boolean isHidden(Path path) throws IOException {
		return real.provider().isHidden(real(path));
	}

	@Override
	public FileStore getFileStore(Path path) throws IOException {
		return real.provider().getFileStore(real(path));
	}

	@Override
	public void checkAccess(Path path, AccessMode... modes) throws IOException {
		real.provider().checkAccess(real(path), modes);
	}

	@Override
	public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
		return real.provider().getFileAttributeView(real(path), type, options);
	}

	@Override
	public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
			throws IOException {
		return real.provider().readAttributes(real(path), type, options);
	}

	@Override
	public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
		return real.provider().readAttributes(real(path), attributes, options);
	}

	@Override
	public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
		real.provider().setAttribute(real(path), attribute, value, options);
	}

	@Override
	public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileSystem getFileSystem(URI uri) {
		return system;
	}

	private final class FaultySystem extends FileSystem {

		@Override
		public FileSystemProvider provider() {
			return FaultyFiles.this;
		}

		@Override
		public void close() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isOpen() {
			return true;
		}

		@Override
		public boolean isReadOnly() {
			return false;
		}

		@Override
		public String getSeparator() {
			return real.getSeparator();
		}

		@Override
		public Iterable<Path> getRootDirectories() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Iterable<FileStore> getFileStores() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Set<String> supportedFileAttributeViews() {
			return real.supportedFileAttributeViews();
		}

		@Override
		public Path getPath(String first, String... more) {
			return new FaultyPath(this, real.getPath(first, more));
		}

		@Override
		public PathMatcher getPathMatcher(String syntaxAndPattern) {
			throw new UnsupportedOperationException();
		}

		@Override
		public UserPrincipalLookupService getUserPrincipalLookupService() {
			throw new UnsupportedOperationException();
		}

		@Override
		public WatchService newWatchService() {
			throw new UnsupportedOperationException();
		}
	}
}
