#pragma once

#include "domain/kinds/conflict.h"
#include "domain/kinds/worker.h"

namespace doorstep::domain {

/// A photo of a paper form, a drawing, a letter. The record travels with all others; its bytes follow by themselves and
/// are found by their hash. What was attached stays what it is: a better photo is another attachment.
struct Attachment
{
    base::Id<Attachment> id;
    Ref<Person> person;
    Ref<AnyRecord> record; ///< what it belongs to
    Text mediaType, sha256;
    Whole size;
    Text caption;
    Moment takenAt;
    Ref<Worker> enteredBy;
    Moment enteredAt;
};

template <>
struct Table<Attachment>
{
    static constexpr const char* kKind = "attachment";
    static constexpr auto kFields = std::tuple{
        field<&Attachment::person>("person").refers("person").needed().parent().fixed(),
        field<&Attachment::record>("record"),
        field<&Attachment::mediaType>("media_type").longest(60).needed().fixed(),
        field<&Attachment::sha256>("sha256").longest(64).needed().fixed(),
        field<&Attachment::size>("size").unit("B").range(1, 1e9).needed().fixed(),
        field<&Attachment::caption>("caption").longest(400).personal(),
        field<&Attachment::takenAt>("taken_at").past(),
        field<&Attachment::enteredBy>("entered_by").refers("worker"),
        field<&Attachment::enteredAt>("entered_at"),
    };
};

} // namespace doorstep::domain
