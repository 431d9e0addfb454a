#pragma once

#include <QLatin1StringView>

/// The names of the REST contract that device and hub share. The whole contract is openapi.yaml beside this file.
namespace doorstep::wire {

/// Raised when messages change shape; additive fields do not raise it.
inline constexpr int kProtocolVersion = 1;

inline constexpr QLatin1StringView kPathExchange("/sync/v1/exchange");
inline constexpr QLatin1StringView kPathFiles("/sync/v1/files"); ///< and the id of an attachment behind it
inline constexpr QLatin1StringView kPathEnrol("/v1/enrol");
inline constexpr QLatin1StringView kPathLists("/v1/lists");
inline constexpr QLatin1StringView kPathHealth("/health");

/// Present on every answer of a hub; an answer without it comes from somebody else, a captive portal for example.
inline constexpr QLatin1StringView kHeaderProtocol("Sync-Protocol");
inline constexpr QLatin1StringView kContentType("application/json");
inline constexpr QLatin1StringView kProblemType("application/problem+json");

/// The bytes of attachments travel by tus 1.0.
inline constexpr QLatin1StringView kTusVersion("1.0.0");
inline constexpr QLatin1StringView kHeaderTus("Tus-Resumable");
inline constexpr QLatin1StringView kHeaderUploadOffset("Upload-Offset");
inline constexpr QLatin1StringView kHeaderUploadLength("Upload-Length");
inline constexpr QLatin1StringView kHeaderUploadMetadata("Upload-Metadata");
inline constexpr QLatin1StringView kHeaderUploadChecksum("Upload-Checksum");
inline constexpr QLatin1StringView kPieceType("application/offset+octet-stream");
inline constexpr QLatin1StringView kBytesType("application/octet-stream");
/// What a device sends or asks for at once: a lost connection costs so much.
inline constexpr int kPieceBytes = 256 * 1024;
/// An upload that nobody goes on with is forgotten after so long.
inline constexpr int kUploadDays = 7;

/// The most a batch carries; halved by the device on 413, and on a line so slow that a batch times out twice.
inline constexpr int kBatchChanges = 500;
inline constexpr int kBatchBytes = 256 * 1024;
/// Records on one page of a pull; a page ends on a transaction's end, so it may be longer by one batch.
inline constexpr int kPageRecords = 500;
/// Bodies larger than this are sent with gzip.
inline constexpr int kGzipFrom = 1024;
/// The hub reads no body beyond these, compressed and inflated.
inline constexpr int kBodyLimit = 2 * 1024 * 1024;
inline constexpr int kInflatedLimit = 16 * 1024 * 1024;

} // namespace doorstep::wire
