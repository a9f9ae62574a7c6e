/* A line between two network namespaces: reads the packets of a TUN device at each end, and writes them to the other
 * when they have gone the way. One process, one thread; what is said to it comes by a socket.
 *
 *   line run --end NAME --socket FILE --far NETNS/DEVICE --near NETNS/DEVICE --up SPEC --down SPEC [--seed N] [ORDER]...
 *   line tell FILE count | start [NANOS] | ORDER
 *
 * The first returns when the devices are there, and leaves the line behind in the far namespace.
 */
#define _GNU_SOURCE
#include "control.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { PRIORITY = 10, PACKETS_AT_ONCE = 64, BUFFER_BYTES = 65536 };

struct options {
    const char *end, *socket, *far, *near;
    const char *up, *down;
    uint64_t seed;
};

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void refuse(const char *what, const char *text) {
    fprintf(stderr, "line: %s: %s\n", what, text);
    exit(2);
}

/* Opens a TUN device in a namespace, and stays there. Without a header for offloads every packet has its real size. */
static int open_tun(const char *place) {
    char namespace[256];
    const char *device = strrchr(place, '/');
    if (!device || snprintf(namespace, sizeof namespace, "/run/netns/%.*s", (int) (device - place), place) >= 256) {
        refuse("no NETNS/DEVICE", place);
    }
    int entrance = open(namespace, O_RDONLY | O_CLOEXEC);
    if (entrance < 0 || setns(entrance, CLONE_NEWNET) < 0) {
        fail(namespace);
    }
    close(entrance);
    int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
    snprintf(request.ifr_name, sizeof request.ifr_name, "%s", device + 1);
    if (tun < 0 || ioctl(tun, TUNSETIFF, &request) < 0) {
        fail("/dev/net/tun");
    }
    return tun;
}

static void deliver(struct line *line, int tun, struct way *way, int64_t now) {
    way_advance(way, now);
    struct packet *packet;
    while ((packet = way_arrived(way, now))) {
        int64_t late = now - packet->arrives_at;
        line->most_late = late > line->most_late ? late : line->most_late;
        line->sum_late += late;
        if (write(tun, packet->bytes, packet->size) != packet->size) {
            line->refused++;
        }
        free(packet);
    }
}

/* Brings the line up to now; tells when it has to be done again. */
static int64_t catch_up(struct line *line, int64_t now) {
    while (line->pending && line->pending->at <= now) {
        struct order *order = line->pending;
        line->pending = order->next;
        do_order(order, line->ways);
        free(order);
    }
    int64_t next = line->pending ? line->pending->at : NEVER;
    for (int way = UP; way <= DOWN; way++) {
        deliver(line, line->tuns[way == UP ? NEAR : FAR], &line->ways[way], now);
        int64_t of_way = way_next(&line->ways[way]);
        next = of_way < next ? of_way : next;
    }
    return next;
}

static void offer_all(int tun, struct way *way) {
    static unsigned char bytes[BUFFER_BYTES];
    for (int i = 0; i < PACKETS_AT_ONCE; i++) {
        ssize_t size = read(tun, bytes, sizeof bytes);
        if (size <= 0) {
            return;
        }
        way_offer(way, bytes, (int) size, clock_nanos());
    }
}

static void wake_at(int timer, int64_t at) {
    struct itimerspec time = {0};
    if (at != NEVER) {
        time.it_value = (struct timespec) {.tv_sec = at / SECOND, .tv_nsec = at % SECOND};
    }
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &time, NULL);
}

/* Until a namespace is gone. */
static void carry(struct line *line, int control) {
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    int caller = -1;
    for (;;) {
        wake_at(timer, catch_up(line, clock_nanos()));
        struct pollfd events[] = {
            {.fd = line->tuns[FAR], .events = POLLIN},
            {.fd = line->tuns[NEAR], .events = POLLIN},
            {.fd = timer, .events = POLLIN},
            {.fd = caller < 0 ? control : caller, .events = POLLIN},
        };
        if (poll(events, 4, -1) < 0 && errno != EINTR) {
            fail("poll");
        }
        if ((events[FAR].revents | events[NEAR].revents) & POLLERR) {
            return;
        }
        offer_all(line->tuns[FAR], &line->ways[UP]);
        offer_all(line->tuns[NEAR], &line->ways[DOWN]);
        if (events[3].revents) {
            caller = caller < 0 ? accept_caller(control) : answer_caller(line, caller);
        }
    }
}

static void read_option(const char *name, const char *value, struct options *options, struct line *line) {
    struct {
        const char *name, **value;
    } texts[] = {
        {"--end", &options->end}, {"--socket", &options->socket}, {"--far", &options->far},
        {"--near", &options->near}, {"--up", &options->up}, {"--down", &options->down},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (strcmp(name, texts[i].name) == 0) {
            *texts[i].value = value;
            return;
        }
    }
    struct order order;
    if (strcmp(name, "--seed") == 0) {
        options->seed = strtoull(value, NULL, 10);
    } else if (read_order(name, value, &order)) {
        add_order(&line->plan, &order, 0);
    } else {
        refuse(name, value);
    }
}

static void begin_way(struct way *way, const char *name, const char *text, uint64_t seed) {
    struct quality quality;
    if (!text || !read_quality(text, &quality)) {
        refuse(name, text ? text : "is missing");
    }
    way_begin(way, &quality, seed);
}

static void run(int count, char **words) {
    static struct line line;
    struct options options = {.seed = 1};
    for (int i = 0; i < count; i += 2) {
        read_option(words[i], i + 1 < count ? words[i + 1] : "", &options, &line);
    }
    begin_way(&line.ways[UP], "--up", options.up, 2 * options.seed);
    begin_way(&line.ways[DOWN], "--down", options.down, 2 * options.seed + 1);
    if (!options.end || !options.socket || !options.far || !options.near) {
        refuse("needs", "--end, --socket, --far, --near");
    }
    line.end = options.end;
    int control = open_control(options.socket);
    line.tuns[NEAR] = open_tun(options.near);
    line.tuns[FAR] = open_tun(options.far);
    if (control < 0) {
        fail(options.socket);
    }
    if (daemon(0, 0) < 0) {
        fail("daemon");
    }
    sched_setscheduler(0, SCHED_FIFO, &(struct sched_param) {.sched_priority = PRIORITY}); /* where it is allowed */
    carry(&line, control);
}

int main(int count, char **words) {
    if (count >= 2 && strcmp(words[1], "run") == 0) {
        run(count - 2, words + 2);
        return 0;
    }
    if (count >= 4 && strcmp(words[1], "tell") == 0) {
        return tell(words[2], count - 3, words + 3);
    }
    fprintf(stderr, "usage: line run OPTIONS, or line tell FILE WORDS\n");
    return 2;
}
