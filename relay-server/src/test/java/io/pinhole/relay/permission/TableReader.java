package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.permission.Case.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes cases of the table's text. Kinds of clients matter where something is shared, so only there each column is asked
 * with more than one; other ways in than by a token are tried once for each right.
 */
final class TableReader {

    private static final int HEADER_LINES = 2;
    private static final int FIRST_COLUMN = 2;

    /** The column of a role that another has, too. */
    private static final int OTHER_CLIENT = 1;

    private record Column(Role role, List<ClientKind> clients) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(Role.FIELD_OPERATOR, List.of(ClientKind.MOBILE)),
            new Column(Role.FIELD_OPERATOR, List.of(ClientKind.DESKTOP, ClientKind.WEB)),
            new Column(Role.EXPERT, List.of(ClientKind.DESKTOP, ClientKind.MOBILE)),
            new Column(Role.OBSERVER, List.of(ClientKind.WEB, ClientKind.MOBILE)));

    private final List<Case> cases = new ArrayList<>();
    private final Set<List<Right>> tried = new HashSet<>();

    private TableReader() {}

    static Stream<Case> cases(String table) {
        TableReader reader = new TableReader();
        table.lines().skip(HEADER_LINES).filter(line -> !line.startsWith("-")).forEach(reader::row);
        return reader.cases.stream();
    }

    private void row(String line) {
        String[] cells = line.split("\\|");
        if (cells.length != FIRST_COLUMN + COLUMNS.size()) {
            throw new IllegalArgumentException("not a row: " + line);
        }
        String asked = cells[0].strip();
        List<Right> needed = Rights.parse(cells[1].strip());
        boolean isFirst = tried.add(needed);
        for (int i = 0; i < COLUMNS.size(); i++) {
            Cell cell = new Cell(asked, needed, cells[FIRST_COLUMN + i].strip());
            Column column = COLUMNS.get(i);
            for (ClientKind client : needed.contains(Right.SHARE) ? column.clients : column.clients.subList(0, 1)) {
                byToken(cell, column.role, client);
            }
            if (isFirst && i != OTHER_CLIENT) {
                otherwise(cell, column.role, column.clients.get(0));
            }
        }
    }

    private void byToken(Cell cell, Role role, ClientKind client) {
        for (Rights rights : Rights.values()) {
            cases.add(cell.with(new Who(role, client, rights, Entrance.BY_TOKEN)));
        }
    }

    /** Whoever was granted something keeps it, and whoever was not does not get it by coming back. */
    private void otherwise(Cell cell, Role role, ClientKind client) {
        cases.add(cell.with(new Who(role, client, Rights.ONLY_THESE, Entrance.EXPIRED_SINCE)));
        cases.add(cell.with(new Who(role, client, Rights.ONLY_THESE, Entrance.BY_SECRET)));
        cases.add(cell.with(new Who(role, client, Rights.ALL_BUT_THE_LAST, Entrance.BY_SECRET)));
        cases.add(cell.with(new Who(role, client, Rights.ONLY_THESE, Entrance.BY_SECRET_OF_AN_EXPIRED_TOKEN)));
        cases.add(cell.with(new Who(role, client, Rights.ALL_BUT_THE_LAST, Entrance.BY_A_NARROWER_TOKEN)));
        cases.add(cell.with(new Who(role, client, Rights.ALL_BUT_THE_LAST, Entrance.BY_A_SECRET_OF_BEFORE)));
    }

    /** @param outcomes a letter for each of {@link Rights} */
    private record Cell(String asked, List<Right> needed, String outcomes) {

        Case with(Who who) {
            return new Case(
                    who, asked, needed, Outcome.of(outcomes.charAt(who.rights().ordinal())));
        }
    }
}
