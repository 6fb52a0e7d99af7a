package io.github.cvatopenapi.contract.harness;
import io.github.cvatopenapi.embedded.EmbeddedCvat;
import java.time.Duration;
class LookAlike {
    public static void main(String[] a) throws Exception {
        EmbeddedCvat c = EmbeddedCvat.builder().port(Integer.parseInt(a[0])).workTime(Duration.ofMillis(Long.parseLong(a[1])))
            .delay(Duration.ofMillis(Long.parseLong(a[2]))).interceptor(new RecordedFaults()).start();
        c.addUser("alice-main", "Pw-very-secret-word-1"); c.addUser("bob-second", "Pw-very-secret-word-1");
        System.out.println("up " + c.baseUrl());
        Thread.sleep(Long.MAX_VALUE);
    }
}
