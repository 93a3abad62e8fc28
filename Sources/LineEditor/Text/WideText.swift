import Glibc

extension String {
    /// The text as libedit wants it: one wide character a scalar, with a zero at the end. Zeros inside are left out.
    var wideCharacters: [wchar_t] {
        unicodeScalars.filter { $0.value != 0 }.map { wchar_t(bitPattern: $0.value) } + [0]
    }

    /// The text that wide characters spell. A number that is no scalar becomes the replacement character.
    init(wideCharacters: UnsafeBufferPointer<wchar_t>) {
        var scalars = String.UnicodeScalarView()
        for wide in wideCharacters {
            scalars.append(Unicode.Scalar(UInt32(bitPattern: wide)) ?? "\u{FFFD}")
        }
        self.init(scalars)
    }
}
