package academy.coldstart.execution;

/**
 * What a program of the contract suite does. Each language has one program for each of
 * these, and all behave alike.
 */
enum Situation {

	/**
	 * Writes {@code hello} to the log and returns {@code {"got": event.x, "name": "Zoë
	 * ☕"}}.
	 */
	ECHO,

	/** Returns nothing. */
	NOTHING,

	/**
	 * Writes {@code 日本} and the event, which is a string, to the log with a space between
	 * them, and returns the event followed by the character U+1F600.
	 */
	UNICODE,

	/**
	 * Returns the fields of its context object: {@code requestId}, {@code arn},
	 * {@code name}, {@code version}, {@code memory} (MB), {@code remaining} (ms),
	 * {@code logGroup}, {@code logStream}, {@code trace} (the tracing header), and from
	 * the client context {@code title} (of the client application), {@code custom} (its
	 * entry {@code a}) and {@code env} (its entry {@code c}); these three are null when
	 * there is no client context.
	 */
	CONTEXT,

	/** Fails, in a function called {@code work}, with {@code no such order: event.id}. */
	FAILING,

	/** Fails before its handler is called, while it is loaded. */
	FAILING_AT_LOAD,

	/** Has a handler setting that names a file or class that does not exist. */
	MISSING_FILE,

	/** Has a handler setting that names a function that its file does not have. */
	MISSING_FUNCTION,

	/** Returns something that JSON cannot express; every JSON library refuses it. */
	UNSERIALIZABLE,

	/**
	 * Does what the event, a string, says: {@code sleep} for a minute, {@code spin}
	 * without end, {@code exit} with the status 7, or return {@code good}.
	 */
	MISBEHAVING,

	/** Ends its process with the status 4 while it is loaded. */
	EXITING_AT_LOAD,

	/**
	 * Returns {@code {"length": n, "text": t}}: the number of characters of
	 * {@code event.text}, and a text of as many {@code x} as {@code event.size} says.
	 */
	SIZES,

	/**
	 * Requests {@code AWS_ENDPOINT_URL + "/" + event} before it returns. When the event
	 * is {@code first}, it has started work in the background before that, which after
	 * 0.3 seconds writes {@code late} to the log and requests {@code /late}, and for
	 * which the handler does not wait; otherwise it sleeps for a second before the
	 * request.
	 */
	BACKGROUND,

	/**
	 * Returns a list: what its library {@code shared}, which is in both layers, says its
	 * name is, and what the library {@code one}, which is in the first, says.
	 */
	LAYERS,

	/** Returns all its environment variables as an object. */
	ENVIRONMENT,

	/**
	 * Appends {@code note} to a file in the language's directory of temporary files, and
	 * returns the words of the file of that name in the directory that {@code TMPDIR}
	 * names, as a list.
	 */
	TEMPORARY,

	/**
	 * Counts its invocations outside the handler and returns how many there were, from 1.
	 */
	COUNTER,

	/**
	 * Writes the line {@code loading} to the log while it is loaded, and {@code line 1}
	 * to {@code line 100} in each invocation.
	 */
	LOG_LINES

}
