import Testing

@testable import DossierStorage

@Suite struct MountTableTests {
    private let table = MountTable(
        Array(
            """
            27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
            40 27 0:50 / /srv/share rw,relatime shared:5 - nfs4 server:/export rw,vers=4.2
            41 27 0:51 / /home/ana/far\\040away rw - fuse.sshfs ana@host: rw
            42 40 0:52 / /srv/share/local rw - tmpfs tmpfs rw
            43 27 0:53 / /mnt/disk rw - fuseblk /dev/sdb1 rw

            """.utf8))

    @Test(
        "the mount that holds a path says whether it lies on a network",
        arguments: [
            ("/home/ana", nil), ("/srv/share", "nfs4"), ("/srv/share/a/b", "nfs4"), ("/srv/shared", nil),
            ("/home/ana/far away/x", "fuse.sshfs"), ("/srv/share/local/x", nil), ("/mnt/disk", nil), ("/", nil),
        ])
    func types(path: String, type: String?) { #expect(table.networkFileSystem(of: path) == type) }
}
