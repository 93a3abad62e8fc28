extension Engine {
    /// Completes what is typed next; `files` lists the paths that begin with a text, folders with a `/` at their end.
    package func completer(files: @escaping (String) -> [String]) -> Completer {
        Completer(context: context, files: files)
    }
}
