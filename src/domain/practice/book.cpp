#include "domain/practice/book.h"

#include "domain/kinds/goal.h"
#include "domain/kinds/person.h"

namespace doorstep::domain::practice {

namespace {

std::vector<QByteArray> orderOfKinds()
{
    std::vector<QByteArray> order;
    for (const KindSpec& kind : allKinds()) {
        if (kind.key() == QLatin1StringView(Table<Contact>::kKind))
            order.emplace_back(Table<Goal>::kKind);
        if (kind.key() != QLatin1StringView(Table<Goal>::kKind))
            order.emplace_back(kind.name);
    }
    return order;
}

} // namespace

std::vector<Record> Book::takeAll()
{
    std::vector<Record> all;
    for (const QByteArray& kind : orderOfKinds()) {
        std::vector<Record>& records = m_records[kind];
        all.insert(all.end(), std::make_move_iterator(records.begin()), std::make_move_iterator(records.end()));
    }
    m_records.clear();
    return all;
}

} // namespace doorstep::domain::practice
