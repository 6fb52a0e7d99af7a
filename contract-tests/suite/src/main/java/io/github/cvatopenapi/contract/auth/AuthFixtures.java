package io.github.cvatopenapi.contract.auth;

import io.github.cvatopenapi.contract.harness.accounts.ThrowawayAccount;
import io.github.cvatopenapi.contract.harness.fixtures.Fixture;
import io.github.cvatopenapi.contract.harness.generic.Sample;
import io.github.cvatopenapi.contract.harness.http.Answer;
import io.github.cvatopenapi.contract.harness.http.Caller;
import io.github.cvatopenapi.contract.harness.http.Credentials;
import io.github.cvatopenapi.contract.harness.run.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Accounts, sessions and tokens that checks share. */
public final class AuthFixtures {

    /** An account that nobody logs out and whose password stays. */
    public static final Fixture<ThrowawayAccount> ACCOUNT = Fixture.of("an account", Run::throwawayAccount);

    /** Three accounts that have a last name of their own. */
    public static final Fixture<SeveralAccounts> THREE_ACCOUNTS = Fixture.of("three accounts", run -> {
        String lastName = run.names().slug() + "-people";
        List<ThrowawayAccount> accounts = Stream.of(1, 2, 3).map(number -> run.newcomer()).toList();
        accounts.forEach(each -> run.administrator().call("users_partial_update").path(each.caller().id())
                .json(Map.of("last_name", lastName)).expect(200));
        return new SeveralAccounts(accounts, lastName);
    });

    /** What a login of {@link #ACCOUNT} gave. */
    public static final Fixture<Session> SESSION = Fixture.of("a session", run -> login(run, run.get(ACCOUNT)));

    /**
     * Who changes tokens and sends events, which no personal access token may: an account of the run in its session,
     * so that no password is hashed for each call, or else the main account.
     */
    public static final Fixture<Caller> KEEPER = Fixture.of("an account that keeps personal access tokens", run -> {
        try {
            return login(run, run.throwawayAccount()).writing();
        } catch (TestAbortedException e) {
            return run.mainWithPassword();
        }
    });

    /** A token that only reads, as tokens are unless they are made otherwise. */
    static final Fixture<Token> TOKEN = Fixture.of("a personal access token", run -> make(run, Map.of()));

    /** An account let in by a personal access token, the main one where it is. */
    public static final Fixture<Caller> BEARER = Fixture.of("a personal access token",
            run -> run.main().credentials().kind().equals("bearer") ? run.main() : run.get(TOKEN).caller());

    /** A token that writes, too. */
    static final Fixture<Token> WRITING = Fixture.of("a personal access token that writes",
            run -> make(run, Map.of("read_only", false)));

    /** A token that the checks of bounds change as they like. */
    static final Fixture<Token> TO_CHANGE = Fixture.of("a personal access token to change", run -> make(run, Map.of()));

    /** Four tokens of one name that no other token has. */
    static final Fixture<Sample.Items> SEVERAL = Fixture.of("several personal access tokens", run -> {
        String name = run.name("tokens");
        List<Long> ids = Stream.of(1, 2, 3, 4).map(number -> make(run, name, Map.of()).id()).toList();
        return new Sample.Items(ids, Map.of("name", name));
    });

    private static final Pattern SESSION_ID = Pattern.compile("\\bsessionid=([^;,\\s]+)");
    private static final Pattern CSRF = Pattern.compile("\\bcsrftoken=([^;,\\s]+)");

    /**
     * Accounts that nothing changes any more.
     *
     * @param accounts three of them, in the order they were made
     * @param lastName of all three and of nobody else
     */
    public record SeveralAccounts(List<ThrowawayAccount> accounts, String lastName) {
    }

    /**
     * A personal access token of the account that keeps them.
     *
     * @param id     of the token
     * @param name   of the token
     * @param caller that account let in by it
     */
    record Token(long id, String name, Caller caller) {
    }

    /**
     * What a login gave.
     *
     * @param key     of the answer
     * @param id      of the session
     * @param byKey   the account by the key
     * @param reading the account by the session cookie alone
     * @param writing the account by the session cookie and the CSRF token
     */
    public record Session(String key, String id, Caller byKey, Caller reading, Caller writing) {

        @Override
        public String toString() {
            return "a session of " + byKey; // and none of its secrets
        }
    }

    private AuthFixtures() {
    }

    static Token make(Run run, Map<String, ?> settings) {
        return make(run, run.name("token"), settings);
    }

    private static Token make(Run run, String name, Map<String, ?> settings) {
        Map<String, Object> body = new HashMap<>(settings);
        body.put("name", name);
        Caller owner = run.get(KEEPER);
        Answer made = made(owner.call("auth_create_access_tokens").json(body).send());
        return new Token(made.id(), name, owner.with(Credentials.bearer(value(run, made))));
    }

    /** The value of a token that was just made. */
    static String value(Run run, Answer made) {
        if (!(made.at("value") instanceof String value)) {
            throw made.fail("there is no value, which is told here only");
        }
        run.redactor().hide(value);
        return value;
    }

    /** Asserts that a token was made; skips where the account has as many as the server lets it have. */
    static Answer made(Answer answer) {
        if (answer.status() == 400 && answer.text().contains("maximum allowed number")) {
            throw new TestAbortedException(
                    "the account has as many personal access tokens as the server lets it have");
        }
        return answer.status(201);
    }

    /** Logs the account in by its user name. */
    static Session login(Run run, ThrowawayAccount account) {
        return session(run, account, run.anonymous().call("auth_create_login")
                .json(Map.of("username", account.caller().username(), "password", account.password())).expect(200));
    }

    /** What an answer to a login gave. */
    static Session session(Run run, ThrowawayAccount account, Answer answer) {
        String key = String.valueOf(answer.has("key").at("key"));
        String id = cookie(answer, SESSION_ID);
        String csrf = cookie(answer, CSRF);
        Stream.of(key, id, csrf).forEach(run.redactor()::hide);
        Caller caller = account.caller();
        return new Session(key, id, caller.with(Credentials.token(key)), caller.with(Credentials.session(id, csrf)),
                caller.with(Credentials.session(id, csrf, run.url() + "/")));
    }

    private static String cookie(Answer answer, Pattern pattern) {
        Matcher matcher = pattern.matcher(String.valueOf(answer.header("Set-Cookie")));
        if (!matcher.find()) {
            throw answer.fail("no cookie " + pattern.pattern().replaceAll(".*b(\\w+)=.*", "$1") + " is set");
        }
        return matcher.group(1);
    }
}
