package academy.coldstart.recording;

/**
 * Decides on a call before it is forwarded. The first that does not let it pass answers
 * it.
 */
@FunctionalInterface
public interface CallGate {

	/**
	 * Decide on a call.
	 * @param call the call
	 * @return what to do with it
	 */
	GateDecision decide(IncomingCall call);

}
