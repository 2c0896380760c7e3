package academy.coldstart.submission;

/**
 * What the directory of a zip archive says about an entry.
 *
 * @param name its name
 * @param mode its Unix file mode, or 0 when that is unknown
 * @param method 0 stored, 8 deflated
 * @param checksum its CRC-32
 * @param packedSize its size in the archive
 * @param size its size when unpacked
 * @param offset where its header begins
 * @param data where its content begins
 */
record ZipRecord(String name, int mode, int method, long checksum, long packedSize, long size, long offset, long data) {

	private static final int TYPE = 0170000;

	ZipRecord at(long newData) {
		return new ZipRecord(this.name, this.mode, this.method, this.checksum, this.packedSize, this.size, this.offset,
				newData);
	}

	Item.Kind kind() {
		return switch (this.mode & TYPE) {
			case 0120000 -> Item.Kind.LINK;
			case 0, 0100000 -> this.name.endsWith("/") ? Item.Kind.FOLDER : Item.Kind.FILE;
			case 0040000 -> Item.Kind.FOLDER;
			default -> Item.Kind.SPECIAL;
		};
	}

}
