package attack;

import java.util.ArrayList;
import java.util.List;

public class Handler implements com.amazonaws.services.lambda.runtime.RequestHandler<Object, Integer> {

	@Override
	public Integer handleRequest(Object event, com.amazonaws.services.lambda.runtime.Context context) {
		context.getLogger().log("the handler runs\n");
		List<byte[]> blocks = new ArrayList<>();
		while (true) {
			blocks.add(new byte[1_000_000]);
		}
	}

}
