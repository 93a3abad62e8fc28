import CrashTesting
import DossierStorage

/// Kills the program many times while it works, and proves that nothing was lost.
///
///     DOSSIER_KILLS=10000 swift run -c release dossier-crash
@main
enum Main {
    static func main() throws {
        guard StandardStreams.occupy() else { return }
        let settings = CrashSettings(sampled: 10_000, full: 10_000)
        print("seed \(settings.seed), \(settings.kills) kills of \(settings.program)")
        print(try CrashRun.run(settings).text, terminator: "")
    }
}
