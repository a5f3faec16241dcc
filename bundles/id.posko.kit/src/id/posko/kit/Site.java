package id.posko.kit;

/** An office: the Dinas, a kecamatan or the data centre. Its region code is its identity. */
public record Site(RegionCode code, String name, SiteKind kind, LinkKind link) {
}
