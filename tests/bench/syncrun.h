#pragma once

#include "bench/product.h"
#include "support/delayproxy.h"

#include <QMap>
#include <QTemporaryDir>

namespace doorstep::bench {

/// Measures one product from end to end: seconds, bytes, requests, megabytes and counts, each under its name.
class SyncRun
{
public:
    /// No size above `largest` is measured.
    SyncRun(Product& product, int largest);

    [[nodiscard]] QMap<QString, double> measure();

private:
    /// What one synchronisation cost.
    struct Cost
    {
        double seconds = 0;
        support::DelayProxy::Traffic traffic;
        double megabytes = 0; ///< peak over idle
    };

    void makeTemplates();
    void measureSize(int size);
    void measureSmallSyncs(int size, Phone& phone);
    void measureSlowLine();
    void measureTwoPhones();
    void compareEdits(Phone& first, Phone& second, const QString& kind, const QString& secondField);

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Puts a copy of one folder in the place of another.
    void copy(const QString& from, const QString& to) const;
    void startHub(const QString& folder);
    [[nodiscard]] std::unique_ptr<Phone> openPhone(const QString& folder);
    [[nodiscard]] Cost costOf(Phone& phone, void (Phone::*work)());
    void note(const QString& name, const std::vector<Cost>& costs);

    Product& m_product;
    std::vector<int> m_sizes;
    support::DelayProxy m_proxy;
    QTemporaryDir m_folder;
    QMap<QString, double> m_figures;
    int m_fresh = 0; ///< the next visit that nobody has yet
};

} // namespace doorstep::bench
