/*
 * When a service may be asked. Whoever holds the lock on a file in the cache
 * folder has the turn; when the last question was asked is the file's time.
 */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "diag.h"
#include "pace.h"

/* Seconds after which a turn that another process has is tried again. */
static const double look_again = 0.1;

static double
read_clock(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

double
pace_now(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

void
pace_open(struct pace *pace, const char *dir, const char *name, double seconds)
{
	struct buf path = { 0 };

	*pace = (struct pace) { .seconds = seconds, .turn = -1 };
	if (dir == NULL || seconds <= 0)
		return;
	buf_printf(&path, "%s/%s.turn", dir, name);
	pace->turn = open(
	    path.at, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (pace->turn < 0)
		diag_note("%s: %s; other processes are not looked at", path.at,
		    strerror(errno));
	buf_free(&path);
}

/* Returns the seconds that the last question of any process asks for. */
static double
left_of_last(const struct pace *pace)
{
	struct stat last;
	double asked;

	if (fstat(pace->turn, &last) != 0 || last.st_size == 0)
		return 0;
	asked = (double)last.st_mtim.tv_sec +
	    (double)last.st_mtim.tv_nsec / 1e9;
	return fmin(
	    asked + pace->seconds - read_clock(CLOCK_REALTIME), pace->seconds);
}

static void
take_turn(struct pace *pace)
{
	double left;

	if (flock(pace->turn, LOCK_EX | LOCK_NB) != 0) {
		if (pace->refused == 0)
			pace->refused = pace_now();
		pace_rest(pace, look_again);
		return;
	}
	pace->ours = true;
	pace->refused = 0;
	left = left_of_last(pace);
	if (left > 0)
		pace_rest(pace, left);
}

bool
pace_may(struct pace *pace)
{
	if (pace_now() >= pace->next && pace->turn >= 0 && !pace->ours)
		take_turn(pace);
	return pace_now() >= pace->next;
}

void
pace_asked(struct pace *pace)
{
	pace->next = pace_now() + pace->seconds;
	if (pace->turn >= 0 && pwrite(pace->turn, "\n", 1, 0) != 1)
		diag_note("the time of a question cannot be kept");
}

void
pace_answered(struct pace *pace, double delay)
{
	if (pace->seconds > 0)
		pace->next += delay;
	if (pace->ours)
		flock(pace->turn, LOCK_UN);
	pace->ours = false;
}

void
pace_rest(struct pace *pace, double seconds)
{
	pace->next = fmax(pace->next, pace_now() + seconds);
}

void
pace_shut(struct pace *pace, double seconds, const char *reason)
{
	pace_rest(pace, seconds);
	pace->closed = pace->next;
	buf_clear(&pace->reason);
	buf_str(&pace->reason, reason);
}

const char *
pace_refusal(const struct pace *pace, double seconds)
{
	double now = pace_now(), most = fmax(seconds, 0);

	if (pace->closed - now > most)
		return pace->reason.at;
	if (pace->refused > 0 && now - pace->refused > most)
		return "not asked, for another process keeps asking";
	return NULL;
}

void
pace_close(struct pace *pace)
{
	if (pace->turn >= 0)
		close(pace->turn);
	pace->turn = -1;
	buf_free(&pace->reason);
}
