package io.pinhole.loadtest.poor.plain;

import io.pinhole.loadtest.join.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * One end of somebody else's TCP connection that carries as much as goes through, from one moment to another:
 * {@code listen HOST send|receive FROM TO} or {@code connect HOST PORT send|receive FROM TO}.
 */
public final class Neighbour {

    private static final int BLOCK_BYTES = 4 * 1024;
    private static final int AT_ONCE = 0;

    private Neighbour() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        int end = words.size();
        boolean sends = words.get(end - 3).equals("send");
        long from = Long.parseLong(words.get(end - 2));
        long to = Long.parseLong(words.get(end - 1));
        try (Socket line = words.get(0).equals("listen")
                ? listen(words.get(1))
                : connect(new InetSocketAddress(words.get(1), Integer.parseInt(words.get(2))), from)) {
            if (sends) {
                send(line, to);
            } else {
                receive(line);
            }
        }
    }

    private static Socket listen(String host) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            System.out.println("listens " + door.getLocalPort());
            System.out.flush();
            return door.accept();
        }
    }

    private static Socket connect(InetSocketAddress there, long from) throws IOException, InterruptedException {
        Clock.awaitUntil(from);
        return new Socket(there.getAddress(), there.getPort());
    }

    /** What has not gone by the end is forgotten. */
    private static void send(Socket line, long to) throws IOException {
        Thread end = new Thread(() -> closeHardAt(line, to), "end");
        end.setDaemon(true);
        end.start();
        byte[] block = new byte[BLOCK_BYTES];
        while (System.nanoTime() - to < 0) {
            line.getOutputStream().write(block);
        }
    }

    private static void closeHardAt(Socket line, long to) {
        try {
            Clock.awaitUntil(to);
            line.setSoLinger(true, AT_ONCE);
            line.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void receive(Socket line) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        while (line.getInputStream().read(block) >= 0) {
            // forgotten
        }
    }
}
