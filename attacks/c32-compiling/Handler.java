package attack;

public class Handler implements com.amazonaws.services.lambda.runtime.RequestHandler<Object, Integer> {

	@Override
	public Integer handleRequest(Object event, com.amazonaws.services.lambda.runtime.Context context) {
		return 42;
	}

}
