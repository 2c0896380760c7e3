package attack;

public class Handler implements com.amazonaws.services.lambda.runtime.RequestHandler<Object, Integer> {

	private int count;

	@Override
	public Integer handleRequest(Object event, com.amazonaws.services.lambda.runtime.Context context) {
		while (this.count >= 0) {
			this.count = (this.count + 1) & 0xFFFF;
		}
		return this.count;
	}

}
