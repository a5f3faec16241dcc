package id.posko.transfer.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class VolumeRowsTest {

	private static final List<String> LINUX = """
			NAME="sda" PKNAME="" UUID="" LABEL="" FSTYPE="" SIZE="512110190592" MOUNTPOINT="" RM="0" HOTPLUG="0" TRAN="sata" MODEL="Disk SSD" RO="0"
			NAME="sda2" PKNAME="sda" UUID="0a1b2c3d-1111-2222-3333-444455556666" LABEL="" FSTYPE="ext4" SIZE="511571271680" MOUNTPOINT="/" RM="0" HOTPLUG="0" TRAN="" MODEL="" RO="0"
			NAME="sda3" PKNAME="sda" UUID="aa" LABEL="" FSTYPE="swap" SIZE="1024" MOUNTPOINT="[SWAP]" RM="0" HOTPLUG="0" TRAN="" MODEL="" RO="0"
			NAME="sdb" PKNAME="" UUID="" LABEL="" FSTYPE="" SIZE="15376000000" MOUNTPOINT="" RM="1" HOTPLUG="1" TRAN="usb" MODEL="Flash Disk" RO="0"
			NAME="sdb1" PKNAME="sdb" UUID="1A2B-3c4d" LABEL="OFFLINE 03" FSTYPE="vfat" SIZE="15375000000" MOUNTPOINT="/media/adb/OFFLINE\\x2003\\xc3\\xa9" RM="0" HOTPLUG="0" TRAN="" MODEL="" RO="1"
			NAME="sdc" PKNAME="" UUID="" LABEL="" FSTYPE="" SIZE="1" MOUNTPOINT="" RM="0" HOTPLUG="0" TRAN="usb" MODEL="External HDD" RO="0"
			NAME="sdc1" PKNAME="sdc" UUID="01D9AB34CD56EF78" LABEL="" FSTYPE="ntfs" SIZE="2000398934016" MOUNTPOINT="/media/adb/01D9" RM="0" HOTPLUG="0" TRAN="" MODEL="" RO="0"
			""".lines().toList();

	@Test
	void aFlashDiskAnExternalDiskAndTheOneInside() {
		List<Medium> media = VolumeRows.read(LINUX);
		assertEquals(3, media.size());
		Medium flash = media.get(1);
		assertEquals(new Medium("1A2B3C4D", "OFFLINE 03", "vfat", 15_375_000_000L, Path.of("/media/adb/OFFLINE 03é"), true,
				true, "Flash Disk"), flash);
		assertEquals("OFFLINE 03", flash.name());
		assertFalse(media.get(0).isRemovable());
		assertTrue(media.get(2).isRemovable());
		assertEquals("External HDD", media.get(2).name());
	}

	/** Constructed from documentation: what volumes.ps1 prints. */
	@Test
	void windowsNamesTheSameVolumeByTheSameNumber() {
		Medium medium = VolumeRows.read(List.of("NAME=\"E:\" UUID=\"1A2B3C4D\" LABEL=\"OFFLINE 03\" FSTYPE=\"FAT32\" "
				+ "SIZE=\"15375000000\" MOUNTPOINT=\"E:\\x5c\" RM=\"1\" TRAN=\"USB\" MODEL=\"Flash \\x22Disk\\x22\" RO=\"0\"")).getFirst();
		assertEquals("1A2B3C4D", medium.volume());
		assertEquals("E:\\", medium.root().toString());
		assertEquals("Flash \"Disk\"", medium.model());
		assertTrue(medium.isRemovable());
	}

	@Test
	void linesThatSayNothingArePassedOver() {
		assertEquals(List.of(), VolumeRows.read(List.of("", "lsblk: unknown column", "NAME=", "NAME=\"x\"", "MOUNTPOINT=\"\\x00\"")));
		Medium bare = VolumeRows.read(List.of("MOUNTPOINT=\"/x\" SIZE=\"99999999999999999999\" PKNAME=\"y\"")).getFirst();
		assertEquals(0, bare.size());
		assertEquals("/x", bare.name());
		Random random = new Random(3);
		for (int i = 0; i < 2000; i++) {
			byte[] octets = LINUX.get(random.nextInt(LINUX.size())).getBytes(StandardCharsets.ISO_8859_1);
			for (int k = 0; k < 5; k++) {
				octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
			}
			assertTrue(VolumeRows.read(List.of(new String(octets, StandardCharsets.ISO_8859_1))).size() <= 1);
		}
	}
}
