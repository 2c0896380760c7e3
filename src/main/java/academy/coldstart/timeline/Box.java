package academy.coldstart.timeline;

/**
 * A rectangle of the figure, in pixels from its upper left corner.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width its width
 * @param height its height
 */
public record Box(double x, double y, double width, double height) {

	double right() {
		return this.x + this.width;
	}

	double middle() {
		return this.y + this.height / 2;
	}

	/**
	 * Return this rectangle further down.
	 * @param distance by how much
	 * @return the moved rectangle
	 */
	Box down(double distance) {
		return new Box(this.x, this.y + distance, this.width, this.height);
	}

	boolean overlaps(Box other) {
		return this.x < other.right() && other.x < right() && this.y < other.y + other.height
				&& other.y < this.y + this.height;
	}

}
