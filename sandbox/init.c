/*
 * The first process of a sandbox: it starts the learner's program under its limits, carries its connections from
 * 127.0.0.1 to sockets of the host, reaps what the program leaves, and ends with the program, which ends the rest.
 *
 *   init [--started PATH] [--listen PORT=PATH]... [--limit NAME=VALUE]... [--env NAME=VALUE]... [--dir PATH] -- PROGRAM [ARGUMENT]...
 *   init --probe WHAT...     tries what a sandbox has to prevent, and prints one line for each
 *
 * Exit code: the program's, 128 + n after signal n, 127 when it could not be started, 125 for a fault of this one.
 * init.py does the same where there is no compiler; what changes here changes there.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC (1U << 2)
#endif

enum { FAULT = 125, NOT_STARTED = 127, MAX_CONNECTIONS = 256, BUFFER = 65536, LAST_ROUNDS = 64 };

enum kind { LISTENER, SIGNALS, END };

struct connection;

/* Something that is waited for: a listener, the signals, or one end of a connection. */
struct source {
	enum kind kind;
	int fd;
	const char *path;               /* of a listener: where its connections lead */
	struct connection *connection;  /* of an end */
	struct source *other;           /* of an end: the opposite one */
	int is_host;                    /* of an end: whether it leads to the host */
	int at_end;                     /* of an end: nothing more can be read */
	uint32_t events;                /* of an end: what is waited for, 0 when it is not waited for at all */
	size_t from, to;                /* of an end: what was read and not written to the other yet */
	char buffer[];
};

struct connection {
	struct source *ends[2];
	int closed;
	struct connection *next_closed;
};

static int poller;
static int connections;
static struct connection *closed_connections;

static void fail(const char *what) {
	dprintf(2, "sandbox: %s: %s\n", what, strerror(errno));
	_exit(FAULT);
}

static void *allocate(size_t size) {
	void *memory = calloc(1, size);
	if (memory == NULL)
		fail("memory");
	return memory;
}

static struct source *source(enum kind kind, int fd, size_t buffer) {
	struct source *made = allocate(sizeof *made + buffer);
	made->kind = kind;
	made->fd = fd;
	return made;
}

static void watch(struct source *source, int operation, uint32_t events) {
	struct epoll_event event = { .events = events, .data.ptr = source };
	epoll_ctl(poller, operation, source->fd, &event);
}

/* Wait for what an end can do next. One that can do nothing is taken out: it would be reported without pause. */
static void wait_for(struct source *end) {
	uint32_t events = 0;
	if (!end->at_end && end->to < BUFFER)
		events |= EPOLLIN;
	if (end->other->to > end->other->from)
		events |= EPOLLOUT;
	if (events == end->events)
		return;
	int operation = events == 0 ? EPOLL_CTL_DEL : end->events == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
	end->events = events;
	watch(end, operation, events);
}

static void drop(struct connection *connection, int reset) {
	if (connection->closed)
		return;
	connection->closed = 1;
	for (int i = 0; i < 2; i++) {
		struct source *end = connection->ends[i];
		struct linger now = { .l_onoff = 1, .l_linger = 0 };
		if (reset && !end->is_host)
			setsockopt(end->fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
		close(end->fd);
	}
	connection->next_closed = closed_connections;
	closed_connections = connection;
	connections--;
}

static void free_closed(void) {
	while (closed_connections != NULL) {
		struct connection *connection = closed_connections;
		closed_connections = connection->next_closed;
		free(connection->ends[0]);
		free(connection->ends[1]);
		free(connection);
	}
}

/* Write what one end has read to the other. */
static void pass_on(struct source *from) {
	struct source *to = from->other;
	while (from->from < from->to) {
		ssize_t count = send(to->fd, from->buffer + from->from, from->to - from->from, MSG_NOSIGNAL);
		if (count < 0) {
			if (errno != EAGAIN)
				drop(from->connection, 1);
			return;
		}
		from->from += count;
	}
	from->from = from->to = 0;
	if (!from->at_end)
		return;
	shutdown(to->fd, SHUT_WR);
	if (to->at_end && to->from == to->to)
		drop(from->connection, 0);
}

/*
 * The host says with a half-closed connection that it has ended in order, and closes it whole at once to say that it
 * was reset.
 */
static int is_reset(struct source *end, uint32_t events) {
	return end->is_host && (events & EPOLLHUP) && !end->other->at_end;
}

static void take_in(struct source *end, uint32_t events) {
	ssize_t count = recv(end->fd, end->buffer + end->to, BUFFER - end->to, 0);
	if (count < 0) {
		if (errno != EAGAIN)
			drop(end->connection, 1);
		return;
	}
	if (count == 0 && is_reset(end, events)) {
		drop(end->connection, 1);
		return;
	}
	if (count == 0)
		end->at_end = 1;
	end->to += count;
	pass_on(end);
}

static int connect_to_host(const char *path) {
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -1;
	strncpy(address.sun_path, path, sizeof address.sun_path - 1);
	if (connect(fd, (struct sockaddr *) &address, sizeof address) != 0) {
		close(fd);
		return -1;
	}
	fcntl(fd, F_SETFL, O_NONBLOCK);
	return fd;
}

static void connect_ends(int client, int host) {
	int on = 1;
	int fds[2] = { client, host };
	struct connection *made = allocate(sizeof *made);
	setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	for (int i = 0; i < 2; i++) {
		made->ends[i] = source(END, fds[i], BUFFER);
		made->ends[i]->connection = made;
		made->ends[i]->is_host = i;
	}
	for (int i = 0; i < 2; i++) {
		made->ends[i]->other = made->ends[1 - i];
		wait_for(made->ends[i]);
	}
	connections++;
}

static void accept_client(struct source *listener) {
	int client = accept4(listener->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
	if (client < 0)
		return;
	int host = connections < MAX_CONNECTIONS ? connect_to_host(listener->path) : -1;
	if (host < 0)
		close(client);
	else
		connect_ends(client, host);
}

static void listen_at(char *setting) {
	int on = 1;
	char *path = strchr(setting, '=');
	if (path == NULL)
		fail(setting);
	*path++ = 0;
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(atoi(setting)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (fd < 0 || bind(fd, (struct sockaddr *) &address, sizeof address) != 0 || listen(fd, 512) != 0)
		fail("listening on 127.0.0.1");
	struct source *listener = source(LISTENER, fd, 0);
	listener->path = path;
	watch(listener, EPOLL_CTL_ADD, EPOLLIN);
}

static int limit_named(const char *name) {
	static const struct { const char *name; int resource; } limits[] = { { "core", RLIMIT_CORE },
		{ "cpu", RLIMIT_CPU }, { "data", RLIMIT_DATA }, { "fsize", RLIMIT_FSIZE }, { "nofile", RLIMIT_NOFILE },
		{ "nproc", RLIMIT_NPROC }, { "stack", RLIMIT_STACK } };
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		if (strcmp(limits[i].name, name) == 0)
			return limits[i].resource;
	errno = EINVAL;
	fail(name);
	return -1;
}

static void set_limit(char *setting) {
	char *value = strchr(setting, '=');
	if (value == NULL)
		fail(setting);
	*value++ = 0;
	rlim_t most = strtoull(value, NULL, 10);
	struct rlimit limit = { most, most };
	if (setrlimit(limit_named(setting), &limit) != 0)
		fail(setting);
}

/* When memory runs out, the kernel takes this sandbox before anything of the host. */
static void volunteer(void) {
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
	if (fd >= 0) {
		if (write(fd, "1000", 4) < 0)
			dprintf(2, "sandbox: oom_score_adj: %s\n", strerror(errno));
		close(fd);
	}
}

struct order {
	char **limits, **variables, **program;
	int limit_count, variable_count;
	char *directory;
	char *started;
};

static void become(struct order *order, sigset_t *blocked) {
	syscall(SYS_close_range, 3, ~0U, CLOSE_RANGE_CLOEXEC);
	if (chdir(order->directory) != 0)
		fail(order->directory);
	for (int i = 0; i < order->limit_count; i++)
		set_limit(order->limits[i]);
	sigprocmask(SIG_UNBLOCK, blocked, NULL);
	/* The host tells a program that ended from one that was never started. */
	if (order->started != NULL && connect_to_host(order->started) < 0)
		fail(order->started);
	environ = order->variables;
	execvp(order->program[0], order->program);
	dprintf(2, "sandbox: %s: %s\n", order->program[0], strerror(errno));
	_exit(NOT_STARTED);
}

static struct order read_order(int count, char **arguments) {
	struct order order = { .directory = "/" };
	int i = 1;
	order.limits = allocate((count + 1) * sizeof(char *));
	order.variables = allocate((count + 1) * sizeof(char *));
	for (; i + 1 < count && strcmp(arguments[i], "--") != 0; i += 2) {
		char *value = arguments[i + 1];
		if (strcmp(arguments[i], "--started") == 0)
			order.started = value;
		else if (strcmp(arguments[i], "--listen") == 0)
			listen_at(value);
		else if (strcmp(arguments[i], "--limit") == 0)
			order.limits[order.limit_count++] = value;
		else if (strcmp(arguments[i], "--env") == 0)
			order.variables[order.variable_count++] = value;
		else if (strcmp(arguments[i], "--dir") == 0)
			order.directory = value;
		else
			break;
	}
	if (i + 1 >= count || strcmp(arguments[i], "--") != 0) {
		errno = EINVAL;
		fail("arguments");
	}
	order.program = arguments + i + 1;
	return order;
}

static void serve(int timeout, int signals, pid_t program);

/* What the program has sent before it ended is delivered. */
static void end_with(int status) {
	for (int i = 0; i < LAST_ROUNDS; i++)
		serve(0, -1, 0);
	_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

static void handle_signals(int signals, pid_t program) {
	struct signalfd_siginfo info;
	int status;
	pid_t ended;
	while (read(signals, &info, sizeof info) == sizeof info)
		if (info.ssi_signo == SIGTERM)
			kill(program, SIGTERM);
	while ((ended = waitpid(-1, &status, WNOHANG)) > 0)
		if (ended == program)
			end_with(status);
}

static void handle_end(struct source *end, uint32_t events) {
	if (!end->connection->closed && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) && !end->at_end && end->to < BUFFER)
		take_in(end, events);
	if (!end->connection->closed && (events & EPOLLOUT))
		pass_on(end->other);
	if (!end->connection->closed && (events & EPOLLERR))
		drop(end->connection, 1);
	if (!end->connection->closed) {
		wait_for(end);
		wait_for(end->other);
	}
}

static void serve(int timeout, int signals, pid_t program) {
	struct epoll_event events[64];
	int count = epoll_wait(poller, events, 64, timeout);
	if (count < 0 && errno != EINTR)
		fail("waiting");
	for (int i = 0; i < count; i++) {
		struct source *source = events[i].data.ptr;
		if (source->kind == LISTENER)
			accept_client(source);
		else if (source->kind == END)
			handle_end(source, events[i].events);
		else if (signals >= 0)
			handle_signals(signals, program);
	}
	free_closed();
}

/* PROBES: each tries one thing; Java knows what has to come of it. */

static long try_call(char *numbers) {
	long values[7] = { 0 };
	for (int i = 0; i < 7 && numbers != NULL; i++)
		values[i] = strtol(strsep(&numbers, ":"), NULL, 10);
	return syscall(values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
}

static long try_open(const char *path, int flags) {
	char byte;
	int fd = open(path, flags | O_CLOEXEC, 0600);
	return fd < 0 ? -1 : flags == O_RDONLY ? read(fd, &byte, 1) : 0;
}

static long try_connect(const char *port) {
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(atoi(port)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	return fd < 0 ? -1 : connect(fd, (struct sockaddr *) &address, sizeof address);
}

static long count_processes(void) {
	DIR *processes = opendir("/proc");
	struct dirent *entry;
	long count = 0;
	while (processes != NULL && (entry = readdir(processes)) != NULL)
		count += isdigit((unsigned char) entry->d_name[0]) != 0;
	return count;
}

static void print_status(const char *field) {
	char line[512];
	FILE *status = fopen("/proc/self/status", "r");
	while (status != NULL && fgets(line, sizeof line, status) != NULL)
		if (strncmp(line, field, strlen(field)) == 0)
			printf("%s", line + strlen(field));
}

static void print_result(long result) {
	if (result < 0)
		printf("E%d\n", errno);
	else
		printf("ok\n");
}

static void probe(char *what) {
	char *kind = strsep(&what, ":");
	if (strcmp(kind, "call") == 0)
		print_result(try_call(what));
	else if (strcmp(kind, "read") == 0)
		print_result(try_open(what, O_RDONLY));
	else if (strcmp(kind, "write") == 0)
		print_result(try_open(what, O_WRONLY));
	else if (strcmp(kind, "create") == 0)
		print_result(try_open(what, O_WRONLY | O_CREAT));
	else if (strcmp(kind, "connect") == 0)
		print_result(try_connect(what));
	else if (strcmp(kind, "processes") == 0)
		printf("%ld\n", count_processes());
	else if (strcmp(kind, "variable") == 0)
		printf("%s\n", getenv(what) != NULL ? "set" : "unset");
	else if (strcmp(kind, "user") == 0)
		printf("%d\n", (int) getuid());
	else if (strcmp(kind, "status") == 0)
		print_status(what);
	else
		printf("unknown\n");
	fflush(stdout);
}

int main(int count, char **arguments) {
	if (count > 1 && strcmp(arguments[1], "--probe") == 0) {
		for (int i = 2; i < count; i++)
			probe(arguments[i]);
		return 0;
	}
	poller = epoll_create1(EPOLL_CLOEXEC);
	if (poller < 0)
		fail("epoll");
	struct order order = read_order(count, arguments);
	sigset_t blocked;
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGCHLD);
	sigaddset(&blocked, SIGTERM);
	sigprocmask(SIG_BLOCK, &blocked, NULL);
	int signals = signalfd(-1, &blocked, SFD_CLOEXEC | SFD_NONBLOCK);
	volunteer();
	/* Nobody looks into this process; the program gets the usual setting back with its exec. */
	prctl(PR_SET_DUMPABLE, 0);
	pid_t program = fork();
	if (program < 0)
		fail("fork");
	if (program == 0)
		become(&order, &blocked);
	close(0);
	watch(source(SIGNALS, signals, 0), EPOLL_CTL_ADD, EPOLLIN);
	for (;;)
		serve(-1, signals, program);
}
