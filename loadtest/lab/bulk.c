/* One TCP connection that is always busy, to see what a line carries.
 *
 *   bulk receive PORT                          takes one connection, and reads until its end
 *   bulk send ADDRESS PORT SECONDS [EVERY]     prints each EVERY seconds, and at the end, what was delivered since
 *
 * What is delivered is what the other end has acknowledged, in packets of full size, also those behind a gap: so a gap
 * at the end of a portion does not falsify its rate. The time is from acknowledgement to acknowledgement.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* IP, TCP and its timestamps. */
enum { HEADER_BYTES = 20 + 20 + 12 };

static const struct timespec PAUSE = {.tv_nsec = 1000 * 1000};

struct progress {
    double seconds;
    uint32_t delivered, retransmitted;
};

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static struct tcp_info info(int connection) {
    struct tcp_info info = {0};
    socklen_t size = sizeof info;
    if (getsockopt(connection, IPPROTO_TCP, TCP_INFO, &info, &size) < 0) {
        fail("TCP_INFO");
    }
    return info;
}

static int open_socket(void) {
    int result = socket(AF_INET, SOCK_STREAM, 0);
    if (result < 0) {
        fail("socket");
    }
    return result;
}

static void receive(int port) {
    int door = open_socket();
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &(int) {1}, sizeof(int));
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    if (bind(door, (struct sockaddr *) &address, sizeof address) < 0 || listen(door, 1) < 0) {
        fail("listen");
    }
    int connection = accept(door, NULL, NULL);
    static char bytes[65536];
    while (read(connection, bytes, sizeof bytes) > 0) {
    }
}

static void print(const struct progress *begin, const struct progress *end, const struct tcp_info *tcp) {
    double seconds = end->seconds - begin->seconds;
    uint32_t packets = end->delivered - begin->delivered;
    double bits = packets * (tcp->tcpi_snd_mss + HEADER_BYTES) * 8.0;
    printf("{\"seconds\":%.3f,\"packets\":%u,\"kbitPerSecond\":%.2f,\"retransmitted\":%u,\"rttMillis\":%.1f}\n",
        seconds, packets, seconds > 0 ? bits / seconds / 1000 : 0, end->retransmitted - begin->retransmitted,
        tcp->tcpi_rtt / 1000.0);
    fflush(stdout);
}

/* Until this time; the progress as of the last acknowledgement. */
static struct progress send_until(int connection, double end, struct progress last) {
    static char bytes[65536];
    while (now() < end) {
        if (send(connection, bytes, sizeof bytes, MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
            if (errno != EAGAIN) {
                fail("send");
            }
            nanosleep(&PAUSE, NULL);
        }
        struct tcp_info tcp = info(connection);
        if (tcp.tcpi_delivered != last.delivered) {
            last = (struct progress) {now(), tcp.tcpi_delivered, tcp.tcpi_total_retrans};
        }
    }
    return last;
}

static void send_all(const char *address, int port, double seconds, double every) {
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons(port)};
    int connection = open_socket();
    if (inet_pton(AF_INET, address, &there.sin_addr) != 1
        || connect(connection, (struct sockaddr *) &there, sizeof there) < 0) {
        fail(address);
    }
    struct progress begin = {.seconds = now(), .delivered = info(connection).tcpi_delivered};
    double first = begin.seconds;
    for (int portion = 1; portion * every <= seconds + every / 2; portion++) {
        struct progress end = send_until(connection, first + portion * every, begin);
        struct tcp_info tcp = info(connection);
        print(&begin, &end, &tcp);
        begin = end;
    }
    setsockopt(connection, SOL_SOCKET, SO_LINGER, &(struct linger) {.l_onoff = 1}, sizeof(struct linger));
    close(connection);
}

int main(int count, char **words) {
    if (count == 3 && strcmp(words[1], "receive") == 0) {
        receive(atoi(words[2]));
    } else if ((count == 5 || count == 6) && strcmp(words[1], "send") == 0) {
        double seconds = atof(words[4]);
        send_all(words[2], atoi(words[3]), seconds, count == 6 ? atof(words[5]) : seconds);
    } else {
        fprintf(stderr, "usage: bulk receive PORT, or bulk send ADDRESS PORT SECONDS [EVERY]\n");
        return 2;
    }
    return 0;
}
