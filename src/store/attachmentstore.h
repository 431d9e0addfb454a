#pragma once

#include "domain/kinds/attachment.h"
#include "store/recorder.h"
#include "store/uploads.h"

namespace doorstep::store {

/// Takes photos and papers into the device's encrypted folder and gives them out again.
class AttachmentStore
{
public:
    AttachmentStore(DeviceStore& store, const base::Clock& clock) : m_store(store), m_uploads(store), m_clock(clock) {}

    /// Encrypts the file at `path`, then saves its record; when this returns both are on the disk. The attachment comes
    /// with its id and person; media type, hash and size are found out. A stated media type must be what the file is.
    /// Unsupported, TooLarge or InvalidValue name the field "path"; DiskFull leaves everything as it was.
    [[nodiscard]] base::Result<domain::Record> attach(domain::Attachment attachment, const QString& path);

    /// The bytes of an attachment that is on this device; NotFound when they are not.
    [[nodiscard]] base::Result<files::SealedFile> open(base::RecordId attachment);
    /// Where the bytes of an attachment are kept. InvalidValue for a record that names no content.
    [[nodiscard]] static base::Result<files::Address> addressOf(const domain::Attachment& attachment);
    /// Writes the bytes into a new file of the owner's alone, decrypted. AlreadyExists when there is one.
    [[nodiscard]] base::Status exportTo(base::RecordId attachment, const QString& path);

private:
    [[nodiscard]] base::Result<qint64> largest();
    [[nodiscard]] base::Status check(QIODevice& file, domain::Attachment& attachment);

    DeviceStore& m_store;
    Uploads m_uploads;
    const base::Clock& m_clock;
};

} // namespace doorstep::store
