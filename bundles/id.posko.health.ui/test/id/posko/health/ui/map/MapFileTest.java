package id.posko.health.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.ui.map.MapReading.Fault;
import id.posko.health.ui.map.MapReading.Read;
import id.posko.health.ui.map.MapReading.Refused;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

class MapFileTest {

	private static final String SQUARE = "[[[111,-8],[112,-8],[112,-7],[111,-7],[111,-8]]]";
	private static final List<Site> OFFICES = List.of(site("35.60", "Dinas"), site("35.60.03", "Kecamatan Banyuurip"),
			site("356004", "Kec. Wanasari"));

	@TempDir
	private Path folder;

	private static Site site(String code, String name) {
		return new Site(new RegionCode(code), name, SiteKind.KECAMATAN, LinkKind.FIBRE);
	}

	private static MapReading read(String text) {
		return MapFile.read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<Region> regions(String text) {
		return switch (read(text)) {
			case Read(var map) -> map.regions();
			case Refused refused -> throw new AssertionError(refused + " of " + text);
		};
	}

	private static String feature(String properties, String geometry) {
		return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
	}

	private static String polygon(String coordinates) {
		return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
	}

	@Test
	void polygonsAndMultipolygonsBecomeRingsOfTheirFeature() {
		List<Region> regions = regions("{\"features\":[" + feature("{\"KODE\":\"35.60.03\",\"luas\":3.5,\"nama\":null}",
				polygon(SQUARE)) + ","
				+ feature("{\"nama\":\"Wanasari\"}", "{\"coordinates\":[" + SQUARE + "," + SQUARE + "],\"type\":\"MultiPolygon\"}") + ","
				+ feature("null", "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
						+ polygon(SQUARE) + "]}") + ","
				+ feature("{}", "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,6]]}") + "," + feature("{}", "null")
				+ "],\"type\":\"FeatureCollection\",\"bbox\":[1,2,3,4]}");
		assertEquals(List.of(1, 2, 1), regions.stream().map(region -> region.rings().size()).toList());
		assertEquals(List.of(List.of("35.60.03"), List.of("Wanasari"), List.of()), regions.stream().map(Region::names).toList());
		Ring ring = regions.getFirst().rings().getFirst();
		double narrow = Math.cos(Math.toRadians(7.5));
		assertEquals(List.of(111 * narrow, 112 * narrow, 112 * narrow, 111 * narrow), Arrays.stream(ring.x()).boxed().toList());
		assertEquals(List.of(8d, 8d, 7d, 7d), Arrays.stream(ring.y()).boxed().toList(), "north is above");
	}

	@Test
	void anAreaIsThatOfTheOfficeWhoseCodeOrNameItHas() {
		assertEquals(Optional.of(OFFICES.get(1)), office("3560", "35.60.03"));
		assertEquals(Optional.of(OFFICES.get(1)), office("356003"));
		assertEquals(Optional.of(OFFICES.get(1)), office("kec-356003"));
		assertEquals(Optional.of(OFFICES.get(2)), office("x", "WANASARI"));
		assertEquals(Optional.of(OFFICES.get(1)), office("kecamatan  banyuurip"));
		assertEquals(Optional.of(OFFICES.get(2)), office("Banyuurip", "35.60.04"), "the code says more than the name");
		for (String other : List.of("", "Blok 35", "path3560", "35.60.05", "Wana")) {
			assertEquals(Optional.empty(), office(other), other);
		}
	}

	private static Optional<Site> office(String... names) {
		return new Region(List.of(names), List.of()).office(OFFICES);
	}

	@Test
	void aFaultIsToldWithItsPlace() {
		assertEquals(2, assertInstanceOf(Refused.class, read("{\n\"a\": x}")).arguments().getFirst());
		assertEquals(List.of(3, 7), assertInstanceOf(Refused.class, read("{\"geometry\":\n{\"coordinates\":[\n[[999,1]]]}}")).arguments());
		assertEquals(Fault.NOT_DEGREES, fault(feature("{}", polygon("[[[500000,9200000],[1,1],[2,2]]]"))));
		assertEquals(Fault.NOT_DEGREES, fault(feature("{}", polygon("[[[1],[1,1],[2,2]]]"))));
		assertEquals(Fault.NOT_DEGREES, fault(feature("{}", polygon("[[[1,[2]],[1,1],[2,2]]]"))));
		assertEquals(Fault.BROKEN, fault(feature("{}", polygon("[[[1,2,[3]],[1,1],[2,2]]]"))));
		assertEquals(Fault.BROKEN, fault(feature("{}", polygon("{\"a\":1}"))));
		assertEquals(Fault.BROKEN, fault("{\"features\":[1]}"));
		assertEquals(Fault.BROKEN, fault("{\"features\":["));
		assertEquals(Fault.BROKEN, fault("{} {}"));
		assertEquals(Fault.BROKEN, fault(feature("{}", polygon("[".repeat(1_000)))));
		assertEquals(Fault.BROKEN, fault("[".repeat(100_000).replaceFirst("\\[", "{\"a\":")));
		assertEquals(Fault.NO_AREA, fault("{}"));
		assertEquals(Fault.NO_AREA, fault(feature("{}", polygon("[[[1,1],[2,2],[1,1]]]"))));
		assertEquals(Fault.WRONG_TYPE, fault(""));
		assertEquals(Fault.WRONG_TYPE, fault("kode;nama\n"));
		assertEquals(Fault.WRONG_TYPE, fault("<html><body/></html>"));
		assertEquals(Fault.BROKEN, fault("<svg><path id='a' d='M0 0"));
		assertEquals(Fault.BAD_OUTLINE, fault("<svg><path id='a' d='M0 0L1 x'/></svg>"));
		assertEquals(Fault.BAD_OUTLINE, fault("<svg><g id='a' transform='fly(2)'><path d='M0 0h1v1'/></g></svg>"));
		assertEquals(Fault.NO_AREA, fault("<svg><defs><path id='a' d='M0 0h1v1z'/></defs><path d='M0 0h1v1z'/></svg>"));
		assertEquals(Fault.IO, assertInstanceOf(Refused.class, MapFile.read(folder.resolve("none"))).fault());
	}

	private static Fault fault(String text) {
		return assertInstanceOf(Refused.class, read(text), text).fault();
	}

	@Test
	void shapesOfAPictureAreKnownByTheirIdOrTheirGroups() {
		List<Region> regions = regions("""
				<?xml version="1.0"?>
				<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "file:///nowhere/svg11.dtd">
				<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" id="all">
				 <rect width="100%" height="100%" id="ground"/><script>alert(1)</script>
				 <g id="35.60.03" transform="translate(10,20) scale(2)"><path id="path1" d="m1,1 h2 v2 h-2 z m5 5 1 0 0 1z"/></g>
				 <polygon id="p" inkscape:label="Wanasari" points="0,0 4,0 4,4"/>
				 <rect id="r" x="1" y="2" width="3" height="4"/>
				</svg>""");
		assertEquals(List.of(List.of("path1", "35.60.03"), List.of("p", "Wanasari"), List.of("r")),
				regions.stream().map(Region::names).toList());
		assertEquals(List.of(12d, 16d, 16d, 12d), Arrays.stream(regions.getFirst().rings().getFirst().x()).boxed().toList());
		assertEquals(List.of(22d, 22d, 26d, 26d), Arrays.stream(regions.getFirst().rings().getFirst().y()).boxed().toList());
		assertEquals(2, regions.getFirst().rings().size());
	}

	@Test
	void nothingOutsideThePictureIsRead() throws IOException {
		Path secret = Files.writeString(folder.resolve("secret"), "M0 0h1v1z");
		assertEquals(Fault.BROKEN, fault("<!DOCTYPE svg [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
				+ "<svg><path id='a' d='&e;'/></svg>"));
		assertEquals(Fault.BROKEN, fault("<!DOCTYPE svg [<!ENTITY e 'M0 0h1v1z'>]><svg><path id='a' d='&e;'/></svg>"));
	}

	@Test
	void textsInOtherEncodingsAreRead() {
		String json = feature("{\"nama\":\"Wanasari\"}", polygon(SQUARE));
		String svg = "<?xml version='1.0' encoding='UTF-16'?><svg><path id='Wanasari' d='M0 0h1v1z'/></svg>";
		for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
			assertInstanceOf(Read.class, MapFile.read(json.getBytes(charset)), charset.name());
		}
		assertInstanceOf(Read.class, MapFile.read(svg.getBytes(StandardCharsets.UTF_16)));
		assertInstanceOf(Read.class, read("\uFEFF \n" + json));
	}

	@Test
	void aMapThatIsTakenReplacesTheOneBefore() throws IOException {
		MapFile map = new MapFile(folder);
		assertEquals(Optional.empty(), map.file());
		Path given = Files.writeString(folder.resolve("peta kami.json"), feature("{}", polygon(SQUARE)));
		map.keep(given);
		assertEquals(Optional.of(folder.resolve("map.geojson")), map.file());
		map.keep(Files.writeString(folder.resolve("peta"), "<svg><path id='a' d='M0 0h1v1z'/></svg>"));
		assertEquals(Optional.of(folder.resolve("map.svg")), map.file());
		assertFalse(Files.exists(folder.resolve("map.geojson")));
		assertTrue(Files.exists(given));
	}
}
