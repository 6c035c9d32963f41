package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.system.SystemInstaller;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contracts of the platform and the accounts they belong on. */
public final class CooperativeContracts {
  private CooperativeContracts() {}

  /**
   * One fresh instance of each contract of this package, by its account.
   *
   * @return in the order of {@link CooperativeAccounts#all}
   */
  public static Map<Name, Contract> byAccount() {
    Map<Name, Contract> contracts = new LinkedHashMap<>();
    contracts.put(CooperativeAccounts.REGISTRY, new RegistryContract());
    contracts.put(CooperativeAccounts.MEMBERSHIP, new MembershipContract());
    contracts.put(CooperativeAccounts.COUNCIL, new CouncilContract());
    contracts.put(CooperativeAccounts.SESSION, new SessionContract());
    contracts.put(CooperativeAccounts.GRANT, new GrantContract());
    contracts.put(CooperativeAccounts.MEETING, new MeetingContract());
    contracts.put(CooperativeAccounts.PROXY, new ProxyContract());
    contracts.put(CooperativeAccounts.SECRET, new SecretContract());
    contracts.put(CooperativeAccounts.AGENDA, new AgendaContract());
    contracts.put(CooperativeAccounts.PROGRAMME, new ProgrammeContract());
    contracts.put(CooperativeAccounts.TREASURY, new TreasuryContract());
    contracts.put(CooperativeAccounts.BOARD, new BoardContract());
    contracts.put(CooperativeAccounts.EXECUTIVE, new ExecutiveContract());
    contracts.put(CooperativeAccounts.ACT, new ActContract());
    contracts.put(CooperativeAccounts.TASK, new TaskContract());
    contracts.put(CooperativeAccounts.PAPER, new PaperContract());
    contracts.put(CooperativeAccounts.SECTION, new SectionContract());
    contracts.put(CooperativeAccounts.AUDIT, new AuditContract());
    return Collections.unmodifiableMap(contracts);
  }

  /**
   * A catalogue of these contracts and those of the system.
   *
   * @return what a chain of the platform can run
   */
  public static ContractCatalog catalog() {
    List<Contract> contracts = new ArrayList<>(byAccount().values());
    contracts.addAll(SystemInstaller.contracts());
    return new ContractCatalog(contracts);
  }
}
