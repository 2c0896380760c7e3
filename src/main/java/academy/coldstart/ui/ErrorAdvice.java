package academy.coldstart.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Answers every exception that a controller lets through.
 */
@ControllerAdvice
class ErrorAdvice {

	private static final Logger logger = LoggerFactory.getLogger(ErrorAdvice.class);

	private final ErrorPages pages;

	ErrorAdvice(ErrorPages pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	Object notFound(PageNotFound exception, HttpServletRequest request) {
		return this.pages.answer(request, ErrorWords.of(404).withText(String.valueOf(exception.getMessage())));
	}

	@ExceptionHandler
	Object notAnAddress(MethodArgumentTypeMismatchException exception, HttpServletRequest request) {
		return this.pages.answer(request, ErrorWords.of(404));
	}

	@ExceptionHandler
	Object tooMany(TooManyRequests exception, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(exception.seconds()));
		return this.pages.answer(request, ErrorWords.of(429).withText(String.valueOf(exception.getMessage())));
	}

	@ExceptionHandler({ MaxUploadSizeExceededException.class, MultipartException.class })
	Object badUpload(MultipartException exception, HttpServletRequest request) {
		boolean tooLarge = exception instanceof MaxUploadSizeExceededException;
		return this.pages.answer(request, ErrorWords.of(tooLarge ? 413 : 400));
	}

	@ExceptionHandler
	Object unreadable(HttpMessageNotReadableException exception, HttpServletRequest request) {
		return this.pages.answer(request, ErrorWords.of(400));
	}

	@ExceptionHandler({ AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class })
	void readerLeft(HttpServletResponse response) {
		// Nobody is left to tell. Asking for the response keeps Spring from looking for a
		// page.
	}

	@ExceptionHandler
	Object anythingElse(Exception exception, HttpServletRequest request) {
		if (exception instanceof ErrorResponse response) {
			return this.pages.answer(request, ErrorWords.of(response.getStatusCode().value()));
		}
		logger.error("request failed method={} path={}", request.getMethod(), request.getRequestURI(), exception);
		return this.pages.answer(request, ErrorWords.of(500));
	}

}
