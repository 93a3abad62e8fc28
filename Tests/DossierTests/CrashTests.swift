import CrashTesting
import Testing

@Suite(.serialized) struct CrashTests {
    @Test("a program that is killed at any moment has lost nothing that it answered, and nothing stands half")
    func kills() throws {
        let settings = CrashSettings(sampled: 20, full: 60)
        do { print("crash tests, seed \(settings.seed)\n" + (try CrashRun.run(settings).text)) } catch let failure
            as CrashFailure
        {
            Issue.record("\(failure)")
        }
    }
}
