#pragma once

#include "domain/record.h"

#include <map>

namespace doorstep::domain::practice {

/// Where the made-up records are written down. Gives ids that sort by their making and hands the records out with
/// parents before children.
class Book
{
public:
    Book(quint64 seed, const base::Timestamp& begin) : m_random(seed), m_clock(begin) {}

    template <class Struct>
    [[nodiscard]] Struct make()
    {
        Struct made;
        made.id = decltype(made.id)::make(m_clock, m_random);
        m_clock.advance(1);
        return made;
    }
    template <class Struct>
    void add(const Struct& record)
    {
        m_records[QByteArray(Table<Struct>::kKind)].push_back(toRecord(record));
    }
    /// Empties the book. Goals come before contacts: a contact names the goals that were talked about.
    [[nodiscard]] std::vector<Record> takeAll();

private:
    base::SeededRandom m_random;
    base::FixedClock m_clock;
    std::map<QByteArray, std::vector<Record>> m_records;
};

} // namespace doorstep::domain::practice
