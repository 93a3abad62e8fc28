/// Python programs that print the seconds of each of their runs.
enum Python {
    /// Runs a program; nil where Python or what it imports is not installed.
    static func measure(_ program: String, _ arguments: [String] = []) -> Measurement? {
        let files = TemporaryFiles(["program.py": program])
        let run = ChildProcess.run(["python3", files.path + "/program.py"] + arguments, capturing: true)
        return Measurement(seconds: run?.text.split(separator: "\n").compactMap { Double($0) })
    }

    /// Looks a prefix up among sorted names, by bisection; a run is the mean of a thousand.
    static func bisect(prefix: String, among path: String) -> Measurement? {
        measure(
            """
            import sys, time
            from bisect import bisect_left
            with open(sys.argv[1], encoding="utf-8") as file:
                names = sorted(file.read().splitlines())
            prefix = sys.argv[2]
            for run in range(\(Measurement.runs + 1)):
                start = time.perf_counter()
                for _ in range(1000):
                    low = bisect_left(names, prefix)
                    found = names[low:bisect_left(names, prefix + "\\U0010ffff")]
                if run: print((time.perf_counter() - start) / 1000)
            """, [path, prefix])
    }

    /// Finds names that are the same but for case, accents and the order of words.
    static func foldedNames(_ path: String) -> Measurement? {
        measure(
            """
            import sys, time, unicodedata
            def key(name):
                letters = unicodedata.normalize("NFKD", name).casefold()
                return " ".join(sorted("".join(c for c in letters if not unicodedata.combining(c)).split()))
            with open(sys.argv[1], encoding="utf-8") as file:
                names = file.read().splitlines()
            for run in range(\(Measurement.runs + 1)):
                start = time.perf_counter()
                first, pairs = {}, []
                for number, name in enumerate(names):
                    other = first.setdefault(key(name), number)
                    if other != number: pairs.append((other, number))
                if run: print(time.perf_counter() - start)
            """, [path])
    }

    /// Reads EDTF with its bounds.
    static func edtf(_ path: String) -> Measurement? {
        measure(
            """
            import sys, time
            from edtf import parse_edtf
            with open(sys.argv[1]) as file:
                texts = file.read().split()
            for run in range(6):
                start = time.perf_counter()
                for text in texts:
                    value = parse_edtf(text)
                    value.lower_strict(); value.upper_strict()
                if run: print(time.perf_counter() - start)
            """, [path])
    }
}
