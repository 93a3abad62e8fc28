import Recording
import TestSupport
import Testing

@Suite struct DeterminismTests {
    private static let script = PackageFiles.root + "/sessions/dprk-russia-2024.dossier"

    /// What a replay leaves: the state, and the log without its times and what hangs on them.
    private func replay(_ arguments: [String], _ environment: [String: String]) throws -> (state: String, log: String) {
        let folder = try TemporaryFolder()
        var dossier = Dossier(folder)
        dossier.environment = environment
        let run = try dossier.run(["replay", Self.script, "--into", "a.json"] + arguments)
        #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
        let log = (folder.text(of: "a.log") ?? "").replacing(#/"(at|previous|hash|modified)":"[^"]*"/#, with: "")
        return (folder.text(of: "a.json") ?? "", log)
    }

    @Test(
        "a script gives the same bytes under every locale, time zone and width, with and without colour",
        arguments: [
            ([], [:]), ([], ["LC_ALL": "C"]), ([], ["LC_ALL": "C.UTF-8"]), ([], ["LC_ALL": "tr_TR.UTF-8"]),
            ([], ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"]), ([], ["TZ": "UTC"]), ([], ["TZ": "Asia/Seoul"]),
            ([], ["TZ": "America/New_York", "LANG": "ko_KR.UTF-8"]), (["--width", "20"], ["COLUMNS": "30"]),
            (["--width", "200", "--ascii"], ["NO_COLOR": "1"]), (["--no-color"], ["TERM": "xterm-256color"]),
            (["--json"], ["CLICOLOR_FORCE": "1"]), (["--quiet"], ["TERM": "dumb"]),
        ])
    func replays(arguments: [String], environment: [String: String]) throws {
        let (state, log) = try replay(arguments, environment)
        expectRecorded(state, at: "sessions/dprk-russia-2024.json")
        #expect(log == (try replay([], [:]).log))
    }
}
