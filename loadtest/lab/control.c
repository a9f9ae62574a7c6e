#define _GNU_SOURCE
#include "control.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGE_BYTES = 4096 };

static const char WRONG[] = "line: ";

struct text {
    char chars[MESSAGE_BYTES];
    size_t length;
};

__attribute__((format(printf, 2, 3))) static void say(struct text *text, const char *format, ...) {
    va_list values;
    va_start(values, format);
    text->length += vsnprintf(text->chars + text->length, MESSAGE_BYTES - text->length, format, values);
    va_end(values);
}

int64_t clock_nanos(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * SECOND + time.tv_nsec;
}

static void say_number(struct text *text, const char *name, uint64_t number) {
    say(text, "\"%s\":%" PRIu64 ",", name, number);
}

static void say_way(struct text *text, const char *name, const struct way *way) {
    say(text, ",\"%s\":{", name);
    say_number(text, "offeredPackets", way->offered.packets);
    say_number(text, "offeredBytes", way->offered.bytes);
    say_number(text, "carriedPackets", way->carried.packets);
    say_number(text, "carriedBytes", way_carried_bytes(way));
    say_number(text, "arrivedPackets", way->arrived.packets);
    say_number(text, "arrivedBytes", way->arrived.bytes);
    say_number(text, "droppedFull", way->dropped_full);
    say_number(text, "lostAlone", way->lost_alone);
    say_number(text, "lostInBurst", way->lost_in_burst);
    say_number(text, "lostInBlackout", way->lost_in_dark);
    say_number(text, "queuedBytes", way->queued_bytes);
    say_number(text, "mostQueuedBytes", way->most_queued_bytes);
    say_number(text, "largestPacket", way->largest_packet);
    say(text, "\"bitsPerSecond\":%.0f}", way->quality.bits_per_second);
}

static void say_counters(struct text *text, struct line *line, int64_t now) {
    uint64_t arrived = 0;
    for (int way = UP; way <= DOWN; way++) {
        way_advance(&line->ways[way], now);
        arrived += line->ways[way].arrived.packets;
    }
    say(text, "{\"t\":%" PRId64 ",\"end\":\"%s\"", now, line->end);
    say_way(text, "up", &line->ways[UP]);
    say_way(text, "down", &line->ways[DOWN]);
    say(text, ",\"refused\":%" PRIu64 ",\"meanLateMicros\":%.1f,\"mostLateMicros\":%.1f}\n", line->refused,
        arrived > 0 ? line->sum_late / arrived / 1000 : 0, line->most_late / 1000.0);
}

static void start_plan(struct line *line, int64_t begin) {
    for (const struct order *order = line->plan; order; order = order->next) {
        add_order(&line->pending, order, begin);
    }
}

static void obey(struct line *line, char *message, struct text *answer) {
    int64_t now = clock_nanos();
    char *verb = strtok(message, " ");
    char *value = strtok(NULL, " ");
    struct order order;
    if (verb && strcmp(verb, "count") == 0) {
        say_counters(answer, line, now);
        return;
    }
    if (verb && strcmp(verb, "start") == 0) {
        now = value ? strtoll(value, NULL, 10) : now;
        start_plan(line, now);
    } else if (verb && value && read_order(verb, value, &order)) {
        add_order(&line->pending, &order, now);
    } else {
        say(answer, "%snot understood: %s %s\n", WRONG, verb ? verb : "nothing", value ? value : "");
        return;
    }
    say(answer, "{\"t\":%" PRId64 ",\"end\":\"%s\"}\n", now, line->end);
}

static int open_socket(const char *file, struct sockaddr_un *address) {
    *address = (struct sockaddr_un) {.sun_family = AF_UNIX};
    if (strlen(file) >= sizeof address->sun_path) {
        return -1;
    }
    strcpy(address->sun_path, file);
    return socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
}

int open_control(const char *file) {
    struct sockaddr_un address;
    int control = open_socket(file, &address);
    unlink(file);
    if (control < 0 || bind(control, (struct sockaddr *) &address, sizeof address) < 0 || listen(control, 16) < 0) {
        return -1;
    }
    return control;
}

int accept_caller(int control) {
    return accept4(control, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

int answer_caller(struct line *line, int caller) {
    char message[MESSAGE_BYTES];
    ssize_t length = recv(caller, message, sizeof message - 1, 0);
    if (length > 0) {
        message[length] = '\0';
        struct text answer = {.length = 0};
        obey(line, message, &answer);
        send(caller, answer.chars, answer.length, MSG_NOSIGNAL);
    }
    close(caller);
    return -1;
}

int tell(const char *file, int count, char **words) {
    struct text message = {.length = 0};
    for (int i = 0; i < count && message.length < MESSAGE_BYTES / 2; i++) {
        say(&message, i > 0 ? " %.1000s" : "%.1000s", words[i]);
    }
    struct sockaddr_un address;
    int line = open_socket(file, &address);
    struct text answer = {.length = 0};
    if (line < 0 || connect(line, (struct sockaddr *) &address, sizeof address) < 0
        || send(line, message.chars, message.length, MSG_NOSIGNAL) < 0) {
        perror(file);
        return 1;
    }
    ssize_t length = recv(line, answer.chars, sizeof answer.chars - 1, 0);
    if (length <= 0) {
        fprintf(stderr, "%s: no answer\n", file);
        return 1;
    }
    bool is_wrong = strncmp(answer.chars, WRONG, sizeof WRONG - 1) == 0;
    fputs(answer.chars, is_wrong ? stderr : stdout);
    return is_wrong ? 2 : 0;
}
