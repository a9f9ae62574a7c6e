package io.pinhole.relay.store.jdbc;

/** All tables as one connection sees them. */
record Tables(
        MetaTable meta,
        CallTable calls,
        MemberTable members,
        ResumeSecretTable secrets,
        PhotoTable photos,
        RenditionTable renditions,
        BlockTable blocks,
        WriterTable writers,
        OperationTable operations,
        SnapshotTable snapshots,
        CaptureTable captures,
        CaptureBlockTable captureBlocks) {

    static Tables on(Session session) {
        return new Tables(
                new MetaTable(session),
                new CallTable(session),
                new MemberTable(session),
                new ResumeSecretTable(session),
                new PhotoTable(session),
                new RenditionTable(session),
                new BlockTable(session),
                new WriterTable(session),
                new OperationTable(session),
                new SnapshotTable(session),
                new CaptureTable(session),
                new CaptureBlockTable(session));
    }
}
