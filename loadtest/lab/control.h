/* The control socket of a line: a word in, an answer out, at any time. */
#ifndef CONTROL_H
#define CONTROL_H

#include "words.h"

enum { FAR, NEAR, ENDS };

struct line {
    const char *end;
    struct way ways[WAYS];
    int tuns[ENDS];
    struct order *plan;    /* times count from its start */
    struct order *pending; /* times are of the monotonic clock */
    uint64_t refused;      /* packets that a device did not take */
    int64_t most_late;     /* packets that came out after their time */
    double sum_late;
};

int64_t clock_nanos(void);

/* The socket, or -1. */
int open_control(const char *file);

/* One at a time: -1, or who is to be answered as soon as there is something to read. */
int accept_caller(int control);

/* Does what the caller says; -1, for there is no caller any more. */
int answer_caller(struct line *line, int caller);

/* The other side: says the words, prints the answer. The exit code. */
int tell(const char *file, int count, char **words);

#endif
