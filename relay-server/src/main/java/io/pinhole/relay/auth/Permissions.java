package io.pinhole.relay.auth;

import static io.pinhole.relay.auth.Permissions.Rule.IF_LISTED;
import static io.pinhole.relay.auth.Permissions.Rule.MOBILE;
import static io.pinhole.relay.auth.Permissions.Rule.NO;
import static io.pinhole.relay.auth.Permissions.Rule.YES;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may what: one table of rights by role. A token that lists rights grants those of them that the table allows, and
 * no others; a token without a list grants all that the table allows unasked.
 */
public final class Permissions {

    /** What a role may do with a right. */
    public enum Rule {
        YES,
        /** With the mobile application only, as the token's issuer says. */
        MOBILE,
        /** Only if the token lists the right. */
        IF_LISTED,
        NO
    }

    /** The roles of each row, in this order. */
    private static final List<Role> COLUMNS = List.of(Role.FIELD_OPERATOR, Role.EXPERT, Role.OBSERVER);

    private static final Permissions STANDARD = new Permissions(Map.of(
            Right.TALK, List.of(YES, YES, IF_LISTED),
            Right.SWITCH_MODE, List.of(YES, YES, NO),
            Right.SHARE, List.of(MOBILE, NO, NO),
            Right.ANNOTATE, List.of(YES, YES, IF_LISTED),
            Right.MODERATE, List.of(NO, YES, NO),
            Right.VIEW, List.of(YES, YES, YES),
            Right.ORIGINAL, List.of(YES, YES, IF_LISTED),
            Right.SAVE, List.of(YES, YES, NO),
            Right.END, List.of(YES, YES, NO)));

    private final Map<Right, List<Rule>> table;

    /** @param table for each right a rule for field operator, expert and observer, in this order */
    public Permissions(Map<Right, List<Rule>> table) {
        if (!table.keySet().equals(EnumSet.allOf(Right.class))
                || table.values().stream().anyMatch(row -> row.size() != COLUMNS.size())) {
            throw new IllegalArgumentException("the table of permissions has holes");
        }
        this.table = Map.copyOf(table);
    }

    /** The table of the product. */
    public static Permissions standard() {
        return STANDARD;
    }

    /** All that a grant allows. */
    public Set<Right> rights(Grant grant) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values())
                .filter(right -> refusal(grant.standing(), right).isEmpty())
                .forEach(rights::add);
        return rights;
    }

    /**
     * @throws RefusedException ROLE_NOT_ALLOWED if the role can never have the right, CLIENT_NOT_ALLOWED if the kind of
     *     client is the reason, RIGHT_MISSING if the token could have granted it and did not
     */
    public void require(Grant grant, Right right) throws RefusedException {
        require(grant.standing(), right);
    }

    /** The same for one who comes by another way. */
    public void require(Standing standing, Right right) throws RefusedException {
        Optional<RefusedException> refusal = refusal(standing, right);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** Why somebody does not have a right; empty if it has. The codes are those of {@link #require}. */
    public Optional<RefusedException> refusal(Standing standing, Right right) {
        Rule rule = rule(right, standing.role());
        if (rule == NO) {
            return refused(
                    Code.ROLE_NOT_ALLOWED, "the role " + standing.role().word() + " has no right to " + right.word());
        }
        if (rule == MOBILE && standing.client() != ClientKind.MOBILE) {
            return refused(
                    Code.CLIENT_NOT_ALLOWED,
                    "the right to " + right.word() + " needs the mobile application, the token says "
                            + standing.client().word());
        }
        boolean granted =
                standing.rights().map(rights -> rights.contains(right)).orElse(rule != IF_LISTED);
        return granted
                ? Optional.empty()
                : refused(Code.RIGHT_MISSING, "the token does not list the right " + right.word());
    }

    private Rule rule(Right right, Role role) {
        return table.getOrDefault(right, List.of()).get(COLUMNS.indexOf(role));
    }

    private static Optional<RefusedException> refused(Code code, String message) {
        return Optional.of(new RefusedException(code, message));
    }
}
